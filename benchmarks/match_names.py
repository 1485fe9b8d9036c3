"""Names of eleven origins, and how each is written otherwise, listed by hand for measuring.

Nothing here is taken from `careers.matching`, so that measuring on these lists does not measure the tables against themselves.
The commonest names come first and are drawn most; `stems` and `ends` make the long tail that real surnames have.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    share: float
    surnames: str
    girls: str
    boys: str
    stems: str
    ends: str
    tail: float
    called: str = ""  # name=another,another
    respelt: str = ""  # letters>other letters, as another alphabet, passport or ear would have them
    habit: str = ""  # the noise of its own


ORIGINS: dict[str, Origin] = {
    "English": Origin(
        0.60,
        "Smith Jones Taylor Brown Williams Wilson Johnson Davies Robinson Wright Thompson Walker White Roberts Green Hall Wood Jackson"
        " Clarke Clark Harrison Scott Cooper Morris Ward Moore King Watson Baker Harris Young Allen Mitchell James Anderson Phillips Lee"
        " Bell Parker Davis Bennett Miller Cook Shaw Marshall Collins Carter Bailey Gray Cox Hughes Turner Hill Rogers Pearson Barnes"
        " Holmes Stevens Stephenson Stevenson Dixon Hunt Palmer Webb Fisher Knight Mason Butler Barker Ellis Foster Ashworth Haworth"
        " Reid Read Reed Grey Whittaker Whitaker Pilkington Rigby Yates Nuttall Hargreaves Aspinall",
        "Olivia Amelia Emily Isla Ava Jessica Isabella Lily Ella Mia Sophie Charlotte Grace Poppy Sophia Evie Chloe Lucy Ruby Freya Daisy"
        " Holly Megan Phoebe Millie Molly Hannah Abigail Elizabeth Eleanor Emma Georgia Katie Imogen Amy Ellie Leah Bethany Lauren Maisie"
        " Matilda Rosie Summer Zara Sara Sarah Scarlett Alice Lola Lexi Libby Martha Victoria Alexandra Rebecca Rachel Samantha Natasha"
        " Lacey Gracie Harriet Florence Faith Hollie Isobel Isabelle Jasmine Madison Madeleine Catherine Katherine Jennifer Nicole Paige"
        " Tia Zoë Chloë Esmé Anna Beth Kate Jodie Anne-Marie Ellie-Mae Lily-Rose Francesca Penelope Gabrielle Josephine Annabelle",
        "Oliver Jack Harry George Jacob Charlie Thomas Oscar William James Noah Leo Joshua Alfie Henry Archie Ethan Joseph Freddie Samuel"
        " Alexander Logan Daniel Isaac Max Benjamin Mason Lucas Edward Harrison Jake Riley Finley Theo Sebastian Adam Zachary Arthur Toby"
        " Jayden Luke Harley Lewis Tyler Harvey Matthew David Reuben Michael Elijah Tommy Louis Nathan Cameron Jamie Bradley Aaron Alex"
        " Andrew Anthony Christopher Robert Stephen Steven Dominic Jonathan Nicholas Peter Philip Richard Timothy Gabriel Elliot Elliott"
        " Jude Stanley Billy Kai Ben Sam Frederick Rupert Montgomery Bartholomew Leonard",
        "Ash Black Brad Bram Broad Burn Carl Cliff Crom Dal Den East Fair Farn Gold Hal Ham Hart Has Hes High Hol Kirk"
        " Lang Lin Long Mar Mel"
        " Mid Nor Old Pem Red Ros Sand Sel Stan Sut Thorn Til Wad Wal West Whit Wim Win Wool",
        "bourne bridge brook burn bury by combe cote croft den dale er field ford gate ham hurst land ley ling man mere more over ridge"
        " shaw stead stone ton well wick wood worth",
        0.6,
        "Elizabeth=Liz,Lizzie,Beth Eleanor=Ellie,Nell Katherine=Kate,Katie,Kat Catherine=Cath,Kate Alexandra=Alex,Lexi Rebecca=Becky,Bex"
        " Samantha=Sam Natasha=Tash Jennifer=Jen,Jenny Victoria=Vicky,Tori Abigail=Abi,Abbie Isabella=Bella,Izzy Isabelle=Izzy,Belle"
        " Bethany=Beth Jessica=Jess Charlotte=Charlie,Lottie Olivia=Liv,Livvy Matilda=Tilly Madeleine=Maddie Francesca=Fran,Frankie"
        " Harriet=Hattie Florence=Flo Amelia=Millie Georgia=George Megan=Meg Hannah=Han Imogen=Immy Rosie=Rose Sophia=Sophie Nicole=Nicky"
        " Alexander=Alex,Xander Benjamin=Ben Samuel=Sam,Sammy Thomas=Tom,Tommy William=Will,Bill,Billy James=Jim,Jamie Daniel=Dan,Danny"
        " Joseph=Joe,Joey Joshua=Josh Matthew=Matt Michael=Mike,Mick,Mikey Edward=Ed,Ted,Eddie Zachary=Zac,Zach Nicholas=Nick"
        " Christopher=Chris Robert=Rob,Bob,Robbie Stephen=Steve,Steven Steven=Steve Andrew=Andy Anthony=Tony,Ant Jonathan=Jon,Jonny"
        " Dominic=Dom Timothy=Tim Richard=Rich,Ricky Philip=Phil Peter=Pete Sebastian=Seb Harrison=Harry Henry=Harry"
        " Frederick=Fred,Freddie"
        " Oliver=Ollie Archie=Archibald Theo=Theodore Max=Maxwell Charlie=Charles Jack=John Nathan=Nate Cameron=Cam Gabriel=Gabe"
        " Penelope=Penny Gabrielle=Gabby Josephine=Josie,Jo Leonard=Len,Lenny Montgomery=Monty Bartholomew=Bart Annabelle=Bella",
    ),
    "Irish, Scottish, Welsh": Origin(
        0.09,
        "O'Brien O'Neill O'Connor Murphy Kelly Walsh Ryan Byrne MacDonald McDonald McKenzie Mackay McCarthy Fraser Frazer Burns Thomson"
        " Johnston Doherty Docherty Gallagher Maguire McGuire Campbell Stewart Stuart Evans Lloyd Morgan Griffiths"
        " Rees Pugh Bevan Probert"
        " Gwilym Cadwallader Ó-Súilleabháin MacLeod McLeod Sinclair Urquhart Fitzgerald Kavanagh Cavanagh",
        "Aoife Niamh Saoirse Ciara Róisín Caoimhe Sinéad Siobhán Gráinne Orla Éabha Eilidh Mairi Isla Catriona Siân"
        " Cerys Carys Ffion Rhian"
        " Megan Bethan Angharad Seren Lowri Kirsty Morag Shona Bronagh Clodagh",
        "Eoin Cian Conor Seán Tadhg Oisín Pádraig Diarmuid Ronan Rory Callum Ewan Hamish Lachlan Fergus Finlay Angus Rhys Dylan Gethin"
        " Gareth Owain Iwan Ieuan Llewelyn Cormac Declan Cillian Ruairí Brendan",
        "Mac Mc O' Kil Dun Bal Car Glen Inver Aber Pen Tre Llan Strath",
        "donnell gowan lean phail kerr more dee ross wyn nock gannon loughlin mahon rourke sheen keith lough avon daly farran",
        0.45,
        "Aoife=Eefa Niamh=Neve Caoimhe=Keeva,Kiva Siobhán=Shivaun Sinéad=Shinade Róisín=Rosheen Ciara=Keira,Kiera Orla=Orlagh Éabha=Ava"
        " Eilidh=Ailie Catriona=Catrina,Katrina Cerys=Kerys Kirsty=Kirstie Eoin=Owen Cian=Kian Conor=Connor Seán=Shaun,Shane,Sean"
        " Tadhg=Tad Pádraig=Patrick,Paddy Diarmuid=Dermot Ronan=Ronán Rory=Ruairi Callum=Calum Ewan=Euan Finlay=Finley Rhys=Reece"
        " Owain=Owen Iwan=Ewan Cillian=Killian Ruairí=Rory Angharad=Harri Gareth=Gaz Llewelyn=Lew",
        "ó>o á>a é>e í>i ú>u ane>ayne gh>g",
        "mac",
    ),
    "Polish": Origin(
        0.06,
        "Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur"
        " Kwiatkowski Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński"
        " Wróbel Majewski Olszewski"
        " Stępień Malinowski Jaworski Adamczyk Dudek Górski Pawlak Sikora Baran Rutkowski Szewczyk Tomaszewski",
        "Zuzanna Julia Maja Zofia Hanna Lena Alicja Oliwia Amelia Wiktoria Natalia Karolina Aleksandra Małgorzata Katarzyna Agnieszka"
        " Magdalena Gabriela Weronika Nikola Dominika Martyna Joanna Łucja Jagoda Kinga Michalina Patrycja",
        "Jakub Szymon Kacper Filip Antoni Jan Michał Mateusz Bartosz Piotr Wojciech Dawid Krzysztof Tomasz Łukasz Paweł Andrzej Oskar"
        " Stanisław Franciszek Ksawery Przemysław Grzegorz Maciej Adrian Hubert Igor Kamil",
        "Brzez Głow Sob Czarn Wron Lip Now Bor Gór Zał Kor Mal Rog Sad Ost Wil Kras Leś",
        "iński owski ecki iak czyk ewicz owicz icki ański arek ura",
        0.45,
        "Zuzanna=Zuza,Susanna Zofia=Zosia,Sophie Aleksandra=Ola,Alexandra Katarzyna=Kasia,Catherine Małgorzata=Gosia,Margaret"
        " Wiktoria=Victoria,Wika Agnieszka=Aga,Agnes Magdalena=Magda Joanna=Asia,Joan Alicja=Alicia,Alice Hanna=Hania Julia=Julka"
        " Jakub=Kuba,Jacob Michał=Michael Mateusz=Matthew,Mati Szymon=Simon Piotr=Peter Krzysztof=Chris,Kris Tomasz=Tomek,Thomas"
        " Łukasz=Lucas,Luke Bartosz=Bartek Filip=Philip Wojciech=Wojtek Paweł=Paul Andrzej=Andrew Jan=John,Janek Antoni=Antek,Anthony"
        " Grzegorz=Greg,Gregory Maciej=Maciek Stanisław=Staszek,Stan Franciszek=Franek,Francis Karolina=Caroline Gabriela=Gabi"
        " Natalia=Natalie Kamil=Camil Dawid=David Kacper=Casper",
        "ł>l ą>a ę>e ó>o ś>s ź>z ż>z ć>c ń>n w>v",
        "gender",
    ),
    "Romanian": Origin(
        0.03,
        "Popescu Ionescu Popa Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Constantin Marin Rusu Munteanu"
        " Dumitrescu Florea Lazăr Șerban"
        " Vasile Diaconu Țurcanu Stănescu Nistor Oprea Voicu Dobre Barbu Neagu Cristea Mocanu Bălan Iordache Toma Ungureanu Moldovan",
        "Andreea Ioana Maria-Elena Elena Ana-Maria Alexandra Ștefania Cristina Gabriela Mihaela Bianca Daria Denisa Raluca Teodora Larisa"
        " Georgiana Mădălina Roxana Simona Adelina Crina Loredana Sânziana",
        "Andrei Ionuț Alexandru Ștefan Mihai Cristian Gabriel Bogdan David-Andrei Vlad Răzvan Cosmin Florin Marius"
        " Darius Rareș Sorin Cătălin"
        " Dragoș Tudor Luca-Matei Vasile Gheorghe Nicolae Octavian Sergiu Valentin Ovidiu",
        "Alb Brad Cern Dob Fil Gher Iac Luc Man Neg Pav Rot Săv Tom Urs Vlăd Zah Mir",
        "escu eanu aru u ea oiu uță an ache escu",
        0.45,
        "Andreea=Andrea Ioana=Joanna Ștefania=Stefania,Stefi Cristina=Christina Gabriela=Gabi Mihaela=Michaela"
        " Georgiana=Georgia Teodora=Teo"
        " Alexandra=Alexa Mădălina=Mada Alexandru=Alex,Alexander Ștefan=Stephen,Stefan Mihai=Michael"
        " Cristian=Christian,Cristi Gabriel=Gabi"
        " Răzvan=Razvan Gheorghe=George Nicolae=Nicholas,Nicu Ionuț=Ionut Cătălin=Catalin Dragoș=Dragos Rareș=Rares Tudor=Theodore"
        " Vasile=Basil Valentin=Vali Ana-Maria=Ana Maria-Elena=Maria",
        "ă>a â>a î>i ș>s ț>t ș>sh ț>ts",
        "double",
    ),
    "Ukrainian, Russian": Origin(
        0.02,
        "Shevchenko Petrenko Kovalenko Bondarenko Tkachenko Kravchenko Oliinyk Koval Boiko Melnyk Lysenko Savchenko Rudenko Marchenko"
        " Zakharchenko Ivanov Kuznetsov Popov Sokolov Vasyliev Mykhailov Fedorov Moroz Volkov Hryhorenko Panchenko Yushchenko Khomenko"
        " Tymoshenko Zhuk Kovalchuk Shvets Zelenskyi Kozlovskyi Yatsenko Symonenko Chornovil",
        "Sofiia Anastasiia Mariia Yuliia Daria Viktoriia Kateryna Oleksandra Yelyzaveta Polina Solomiia Veronika Kseniia Valeriia Iryna"
        " Nataliia Oksana Tetiana Yevheniia Zlata Liudmyla Khrystyna Arina Alisa",
        "Oleksandr Dmytro Maksym Andrii Artem Ivan Bohdan Danylo Mykhailo Vladyslav Nazar Oleksii Serhii Yurii Yevhen Illia Kyrylo Matvii"
        " Mykyta Hlib Timofii Vsevolod Hryhorii Ihor Denys Roman Rostyslav Yaroslav",
        "Hor Bil Chor Kot Lys Mel Nest Ost Pav Rud Sav Tka Vas Yar Zah Kor Dub Stets",
        "enko chuk iuk ovych ets skyi yshyn ov yk ko",
        0.45,
        "Sofiia=Sofia,Sophia Anastasiia=Nastia,Anastasia Mariia=Masha,Maria Yuliia=Julia,Yulia Viktoriia=Vika,Victoria"
        " Kateryna=Katya,Ekaterina Oleksandra=Sasha,Alexandra Yelyzaveta=Liza,Elizaveta Kseniia=Ksenia,Xenia Iryna=Irina,Ira"
        " Nataliia=Natalia,Natasha Tetiana=Tatiana,Tanya Yevheniia=Evgenia Khrystyna=Kristina Oleksandr=Alexander,Sasha"
        " Dmytro=Dmitri,Dima Maksym=Maxim,Max Andrii=Andrey,Andrew Bohdan=Bogdan Danylo=Daniil,Daniel Mykhailo=Mikhail,Misha"
        " Vladyslav=Vlad,Vladislav Oleksii=Alexey,Oleksiy Serhii=Sergey,Sergei Yurii=Yuri,Yuriy Yevhen=Evgeny,Eugene Illia=Ilya"
        " Kyrylo=Kirill Mykyta=Nikita Hlib=Gleb Hryhorii=Grigory Ihor=Igor Denys=Denis Matvii=Matvey",
        "ii>iy ii>y iia>ia iia>iya yi>y iu>yu ia>ya kh>h sh>sz ch>cz y>i h>g ts>c zh>z v>w ie>ye shch>sch",
        "gender",
    ),
    "South Asian": Origin(
        0.10,
        "Khan Hussain Patel Ahmed Ali Begum Akhtar Mahmood Malik Shah Iqbal Singh Kaur Hussein Miah Rahman Uddin"
        " Chaudhry Butt Aslam Mirza"
        " Bibi Qureshi Sheikh Siddiqui Rashid Khalid Yousaf Zaman Desai Bhatti Ul-Haq Islam Karim Anwar Raja Parveen"
        " Hanif Javed Gill Sandhu"
        " Dhillon Mistry Solanki Chowdhury Sarkar Bhuiyan Khatun Choudhary Mehta Joshi Grewal Sidhu Mahal Awan Kayani",
        "Aisha Fatima Maryam Zainab Khadija Amina Hafsa Zahra Sana Iqra Aaliyah Alia Sara Safa Hadiya Maria Noor"
        " Sumaya Aleena Zara Ayesha"
        " Humaira Laiba Hira Priya Simran Asma Nadia Faiza Rabia Halima Inaya Anisa Amira Samira Yasmin Saima Harpreet Jasleen Manpreet"
        " Navjot Kiran Pooja Nisha Riya Dhruvi Krupa Nusrat Tahmina Sharmin",
        "Mohammed Muhammad Ali Hassan Ibrahim Yusuf Adam Hamza Umar Omar Bilal Zain Usman Ahmed Abdullah Haris Ismail"
        " Hussain Mohammad Tariq"
        " Imran Adil Isa Musa Zakariya Rayyan Ayaan Danyal Faisal Junaid Kareem Tahir Saif Vikram Arjun Rohan Yahya"
        " Gurpreet Harjit Jaspreet"
        " Amandeep Kiran Dev Rahul Nikhil Shakil Rafiq Mahbub Tanvir Nazmul",
        "Abb Bash Dar Far Gul Hab Jam Kas Lat Mun Naw Qad Raf Sad Tan Waz Zub Chand Bal Raj",
        "ar een eed ool uddin wani war al har ani wal oor ed in",
        0.25,
        "Mohammed=Muhammad,Mohamed,Mohammad Muhammad=Mohammed,Muhammed Mohammad=Mohammed,Mohamad Yusuf=Yousuf,Yousef Hussain=Hussein"
        " Aisha=Ayesha,Aysha Ayesha=Aisha Fatima=Fatimah,Fathima Maryam=Mariam Khadija=Khadijah Zainab=Zaynab Ahmed=Ahmad Umar=Omar"
        " Usman=Osman,Uthman Ibrahim=Ebrahim Ismail=Ismaeel Zain=Zayn Hassan=Hasan Musa=Moosa Sumaya=Sumayyah Amina=Aminah Isa=Eesa"
        " Zakariya=Zakaria Iqra=Iqrah Safa=Safaa Tariq=Tarik Kareem=Karim Danyal=Daniyal Simran=Simi Jaspreet=Jas Gurpreet=Guri"
        " Harpreet=Preet Yahya=Yahia Bilal=Bilaal Noor=Nur Inaya=Inayah Faisal=Faysal Vikram=Vik Nikhil=Nik Tahmina=Tahmeena",
        "ee>i oo>u w>v q>k ah>a i>ee u>oo dd>d ss>s y>i",
        "courtesy",
    ),
    "Arabic": Origin(
        0.03,
        "Al-Hassan Al-Masri El-Sayed Mansour Haddad Khoury Nasser Saleh Abdallah Hamdan Aziz Farouk Mahmoud Othman Darwish Qasim Suleiman"
        " Al-Rashid Bakr Najjar Sabbagh Younis Ibrahim Mustafa Shaheen Al-Amin Taha Ramadan Abbas Fayed Jabbar Barakat Osman Abdi Hersi"
        " Warsame Farah Mohamud Jama Elmi Al-Khatib Bin-Laith Zaki",
        "Layla Mariam Nour Salma Yasmin Hala Rania Huda Lina Rana Dalia Farida Malak Jana Sawsan Amal Ikram Hodan"
        " Hibaq Ayaan Sagal Ruqayya"
        " Zahra Sumayya Asmaa Nadine Dunya Bushra",
        "Omar Ahmad Khaled Youssef Karim Mahmoud Tarek Hisham Samir Bassam Nabil Rami Walid Ziad Anas Hamza Mustafa"
        " Abdirahman Liban Yahya"
        " Faris Jamal Mazen Mounir Hakim Idris Sufyan Abdulaziz",
        "Had Kar Maz Naj Rah Sal Tah Yas Zah Bas Dar Fad Gha Ham Jab",
        "awi oun oum ani adi ous im ib our eh iyya oubi aji adin",
        0.35,
        "Mariam=Maryam,Meryem Nour=Noor,Nur Youssef=Yusuf,Yousef Khaled=Khalid Tarek=Tariq Ahmad=Ahmed Karim=Kareem"
        " Walid=Waleed Ziad=Ziyad"
        " Mounir=Munir Mahmoud=Mahmud Sumayya=Sumaya Ruqayya=Rukaya Layla=Leila,Laila Yasmin=Yasmine Samir=Sameer Mustafa=Mostafa"
        " Abdirahman=Abdurahman,Abdulrahman Abdulaziz=Abdelaziz Asmaa=Asma Idris=Idrees Faris=Fares Omar=Umar",
        "ou>u ee>i q>k kh>h aa>a dj>j i>ee u>oo ss>s y>i",
        "article",
    ),
    "Turkish": Origin(
        0.015,
        "Yılmaz Kaya Demir Şahin Çelik Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç"
        " Kurt Özkan Şimşek Polat"
        " Korkmaz Özer Güneş Erdoğan Bulut Keskin Ünal Turan Gül Avcı Işık Tekin Taş Aksoy",
        "Zeynep Elif Ayşe Defne Ecrin Azra Nisa Büşra Merve Ebru Gül Sude Ceren Irmak Beyza Tuğba Şeyma Hatice Emine"
        " Nehir Ela Duru Çağla",
        "Mehmet Mustafa Ahmet Ali Hüseyin Emre Kerem Yusuf Ömer Can Burak Murat Efe Berk Onur Kaan Arda Çınar Deniz"
        " Barış Oğuz Umut Tolga Eren",
        "Ak Al Ay Bal Bil Car Dal Er Gün Kar Kız Koç Öz Sar Taş Ur Yal Çel",
        "demir kaya türk oğlu can sal baş man soy men gül er kan taş",
        0.4,
        "Ayşe=Aysha Hatice=Hadice Mehmet=Mehmed,Memet Ahmet=Ahmed Hüseyin=Huseyin,Hussein Yusuf=Yousef Ömer=Omer,Omar Zeynep=Zeyneb"
        " Mustafa=Mustapha Elif=Eliff Büşra=Busra Emine=Amina Deniz=Denis",
        "ı>i ş>s ğ>g ç>c ö>o ü>u ş>sh ç>ch",
        "plain",
    ),
    "West African": Origin(
        0.03,
        "Okafor Adeyemi Okonkwo Mensah Oduya Boateng Owusu Osei Asante Appiah Agyeman Eze Nwosu Obi Balogun Adebayo"
        " Ogunleye Olatunji Adeleke"
        " Bello Sesay Kamara Diallo Traoré Koroma Bangura Conteh Jalloh Sowah Annan Quaye Acheampong Nnamdi Chukwu Igwe Ogbonna Oyelaran"
        " Afolabi Ajayi Ojo",
        "Chiamaka Adaeze Blessing Ngozi Precious Oluwaseun Temitope Ifeoma Amara Funmilayo Adwoa Abena Akosua Efua Ama Esther Deborah"
        " Aminata Fatoumata Mariama Isatu Oluwadamilola Titilayo Chidinma Onyinye Favour Gift Yewande Folasade",
        "Chidi Emeka Kofi Kwame Tobi Samuel Emmanuel Oluwatobi Oluwaseyi Chukwuemeka Ikechukwu Kwabena Yaw Kojo Ebenezer Prince Ayodele"
        " Babatunde Olumide Adewale Ibrahima Mamadou Alhaji Obinna Uchenna Kelechi Nnamdi Temidayo Segun",
        "Ade Olu Ogun Oye Aki Nwa Oko Ezi Osa Kwa Bon Ani Afo Ige",
        "bola yinka sanya leye moye kwo diora funa jide bisi tola gbemi chukwu dele",
        0.4,
        "Chiamaka=Amaka Oluwaseun=Seun Temitope=Temi,Tope Ifeoma=Ify Funmilayo=Funmi Oluwadamilola=Dami,Damilola Titilayo=Titi"
        " Emmanuel=Manny,Emma Oluwatobi=Tobi Oluwaseyi=Seyi Chukwuemeka=Emeka Ikechukwu=Ike,Ikenna Babatunde=Tunde Adewale=Wale"
        " Olumide=Mide Ayodele=Ayo,Dele Kelechi=Kele Uchenna=Uche Obinna=Obi Temidayo=Dayo,Temi Samuel=Sam Ebenezer=Eben Esther=Ester"
        " Deborah=Debbie Folasade=Sade,Fola Yewande=Wande Fatoumata=Fatou Mamadou=Mamadu",
        "é>e ou>u ph>f aa>a wu>u oo>o ei>ey",
        "second",
    ),
    "Chinese": Origin(
        0.02,
        "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Luo Gao Wong Chan Cheung Lam Leung"
        " Ng Ho Yeung Tsang Kwok"
        " Nguyễn Trần Lê Phạm Huỳnh Vũ Đặng Bùi Tang Fung Lau Yuen Mak Szeto Ouyang",
        "Mei Lin Xiao-Ming Ying Jia-Yi Wing-Yan Hoi-Ching Tsz-Ching Yan-Yi Xin-Yi Yu-Tong Zi-Han Hui-Min Lan-Anh Thùy-Linh Ngọc-Mai"
        " Wai-Yee Ka-Yan Sze-Wing Lok-Yi Yuet-Ling Man-Ting Ruo-Xi",
        "Wei Minh Jun Hao-Ran Chi-Hang Ka-Ho Tsz-Hin Yu-Xuan Zi-Chen Ming-Hao Jia-Hao Chun-Kit Hiu-Fung Lok-Him Wai-Lam Cheuk-Yin Xin-Yu"
        " Yi-Fan Bo-Wen Quốc-Anh Đức-Huy Tuấn-Kiệt Pak-Hei Long",
        "Xi Ou Si Zhu Shang Gong Huang Dong Xia Mu",
        "ao en ang iu un eng ong ian uan in",
        0.25,
        "Mei=May Minh=Ming Wei=Way Lin=Lynn",
        "x>hs zh>ch tsz>tze eu>eo q>ch ễ>e ầ>a ạ>a ỳ>y",
        "order",
    ),
    "Portuguese, Spanish": Origin(
        0.025,
        "Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins García Fernández Gonçalves González López"
        " Martínez Sánchez Pérez Gómez"
        " Ruiz Hernández Díaz Álvarez Moreno Jiménez Sousa Ribeiro Carvalho Almeida Teixeira Moreira Correia Nunes Mendes Freitas Barbosa"
        " Castro Ortega Delgado Vega Da-Costa Dos-Santos De-Almeida",
        "Beatriz Inês Mariana Leonor Carolina Matilde Ana-Sofia Joana Catarina Margarida Lucía Paula Valentina Camila"
        " Martina Daniela Sofía"
        " Maria-João Gabriela Luísa Rafaela Isabel Teresa Núria Rocío",
        "João José Mateo André Miguel Tiago Gonçalo Rodrigo Diogo Francisco Luís Pedro Santiago Álvaro Javier Diego"
        " Pablo Alejandro Rafael"
        " Martim Duarte Tomás Vicente Joaquín Iker Raúl Gustavo Thiago",
        "Al Bar Cas Dur Esp Fig Gal Herr Lim Mach Nav Ol Per Quint Rib Sal Tav Vill Zam",
        "eiro ado eira osa anes es ardo eto ez ada inho ano ares ales",
        0.35,
        "Beatriz=Bea,Beatrice Francisco=Chico,Paco José=Pepe,Joseph João=John Alejandro=Alex,Ale Miguel=Michael Catarina=Cati,Katarina"
        " Margarida=Guida,Margaret Mariana=Mari Isabel=Bel Luísa=Louisa,Luisa Teresa=Theresa Tomás=Thomas Rafael=Rafa Rodrigo=Rodri"
        " Thiago=Tiago Daniela=Dani Gabriela=Gabi Inês=Ines,Agnes Sofía=Sophia Lucía=Lucia Matilde=Matilda",
        "ã>a õ>o ç>c é>e í>i ó>o á>a ú>u ê>e ñ>n z>s lh>l",
        "double",
    ),
}  # fmt: skip
