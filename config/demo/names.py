"""Words that invented people are made of. Forenames and surnames are combined by chance; nobody is meant."""

from dataclasses import dataclass


def words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


@dataclass(frozen=True, slots=True)
class Heritage:
    """Names that go together, how many of a hundred students carry them, and how often English is an additional language there."""

    weight: int
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    surnames: tuple[str, ...]
    eal: float


HERITAGES = (
    Heritage(
        73,
        words(
            "Abigail Ada Alice Amelia Amy Beatrice Bethany Charlotte Chloe Daisy Eleanor Elizabeth Ella Emily Erin Esme Evie Faith"
            " Florence Freya Georgia Grace Hannah Harriet Holly Imogen Isabelle Ivy Jasmine Jessica Katie Keira Lacey Lexi Lily Lola Lucy"
            " Maisie Martha Matilda Megan Mia Millie Molly Nancy Niamh Olivia Paige Phoebe Poppy Rosie Ruby Scarlett Sienna Skye Sophie"
            " Summer Tilly Willow Zara"
        ),
        words(
            "Aaron Adam Alfie Archie Arthur Benjamin Callum Charlie Connor Daniel Dylan Edward Ellis Ethan Evan Finley Frankie Freddie"
            " George Harrison Harry Harvey Henry Isaac Jack Jacob Jake James Jamie Jenson Joel Joseph Joshua Jude Kai Kian Lewis Liam"
            " Logan Louie Luca Lucas Matthew Max Michael Nathan Noah Oliver Oscar Owen Reece Reuben Riley Robert Ryan Samuel Sebastian"
            " Stanley Theo Thomas Toby Tyler William Zachary"
        ),
        words(
            "Ainscow Alderley Ashdown Askew Bamforth Barlow Beckwith Bibby Birtwell Blakeway Bolland Bracewell Brierley Bromiley Cartmell"
            " Catterall Chadwick Clegg Cottam Cowgill Crompton Culshaw Dewhurst Duckworth Eastham Eccles Entwistle Fairclough Fallows"
            " Farnworth Fielden Fishwick Garstang Gornall Greenhalgh Halliwell Hargreaves Harwood Haslam Heyes Hindle Holgate Horrocks"
            " Huddleston Iddon Ingham Jolly Kellett Kenyon Kershaw Kitchen Langton Leyland Livesey Lofthouse Lomax Marsden Mayor Metcalf"
            " Nuttall Ollerton Ormerod Parkinson Pickup Pilling Pye Rawcliffe Redshaw Riding Rigby Rishton Sagar Salthouse Seddon"
            " Shackleton Sharples Singleton Slater Smalley Snape Southworth Sutcliffe Swarbrick Tattersall Threlfall Tootell Townley"
            " Turton Unsworth Varley Waddington Wareing Whalley Whiteside Whittle Wignall Winstanley Worsley Yates O'Neill O'Rourke"
            " McAllister Smith-Rowe Hartley-Booth"
        ),
        0.01,
    ),
    Heritage(
        14,
        words("Aaliyah Aisha Alina Amina Ayesha Farah Fatima Hafsa Iqra Khadija Laiba Maryam Nadia Noor"
            " Rabia Saira Sana Sumayya Zainab Zoya"),
        words("Abdullah Adeel Ahmed Ali Bilal Danyal Faisal Hamza Haroon Ibrahim Idris Imran Ismail Omar Rayan Saad Umar Usman Yusuf Zain"),
        words("Ahmad Akhtar Anwar Aslam Bashir Chaudhry Farooq Hussain Iqbal Javed Kausar Khan Mahmood Malik Mirza Patel"
            " Qureshi Rafiq Shah Siddiqui"),
        0.38,
    ),
    Heritage(
        6,
        words("Aleksandra Zuzanna Julia Maja Oliwia Emilia Ioana Andreea Gabija Viktoria"),
        words("Jakub Filip Kacper Mateusz Szymon Andrei Matei Lukas Nikola Aleksander"),
        words("Nowacki Wiśniak Kowalik Zieliński Łukowski Popa Ionescu Dragan Kazlauskas Horváth"),
        0.72,
    ),
    Heritage(
        5,
        words("Adaeze Blessing Chidera Efua Esther Naomi Temi Thandiwe Zola Chloé"),
        words("Chidi David Emmanuel Kofi Kwame Nathaniel Samuel Tendai Tobi Zion"),
        words("Adeyemi Agyeman Boateng Chukwu Mensah Moyo Nkosi Okafor Owusu Sesay"),
        0.3,
    ),
    Heritage(
        2,
        words("Jia Mei Yan Xin Anya Priya Leila Shirin"),
        words("Jun Wei Hao Kavi Arjun Dev Cyrus Rohan"),
        words("Chen Cheung Lau Wong Zhao Nair Iyer Farrokhzad"),
        0.45,
    ),
)  # fmt: skip
MIDDLE = words("Ann Grace Rose Louise May Jane Marie James John Lee David Thomas William Kate Joy Paul Mark Faye")
KNOWN_AS = {
    "Benjamin": "Ben", "Charlotte": "Lottie", "Daniel": "Dan", "Edward": "Ted", "Elizabeth": "Libby", "Joseph": "Joe", "Joshua": "Josh",
    "Isabelle": "Izzy", "Jessica": "Jess", "Matthew": "Matt", "Matilda": "Tilly", "Nathaniel": "Nate", "Samuel": "Sam", "Thomas": "Tom",
    "William": "Billy", "Zachary": "Zac", "Aleksandra": "Ola", "Mateusz": "Mati", "Abigail": "Abi", "Oliver": "Olly",
}  # fmt: skip
