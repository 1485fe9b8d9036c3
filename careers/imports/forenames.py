"""First names common among English school leavers: they tell a column of first names from one of surnames."""

_NAMES = """
    aaliyah aaron abbie abby abdul abdullah abigail adam aidan aiden aisha alex alexa alexander
    alexandra alfie alice alicia alisha amber amelia amelie amina amir amira amy ana andrew anna
    annabelle anthony archie aria arthur ashton ava ayesha bella ben benjamin beth bethany billy blake
    bobby bradley brandon brooke caitlin callum cameron carter charles charlie charlotte chloe
    christopher connor conor courtney daisy daniel danny darcy david declan demi dexter dominic dylan
    ebony edward eleanor elena eliza elizabeth ella ellie elliot elliott ellis eloise elsie emilia emily
    emma erin esme ethan eva evan eve evelyn evie faith fatima felix finlay finley florence frankie
    freddie frederick freya gabriel george georgia georgina grace gracie hadiya hamza hannah harley
    harriet harrison harry harvey hasan hassan heidi henry hollie holly hugo ibrahim imogen isaac isabel
    isabella isabelle isla ismail isobel ivan ivy jack jacob jade jake jakub james jamie jasmine jay
    jayden jennifer jenson jessica joanne joe joel john jonathan jordan joseph josh joshua jude julia
    kai kaitlyn kate katherine katie kayla kayleigh kian kieran kyle lacey lauren layla leah leo leon
    lewis lexi liam libby lilly lily lola louie louis louisa louise luca lucas lucy luke lydia maddison
    madison maisie martha maryam mason matilda matthew max maya megan mia michael millie mohamed
    mohammad mohammed molly morgan muhammad musa nancy nathan nathaniel niamh nicole noah oliver olivia
    ollie oscar owen paige patrick phoebe poppy rachel rebecca reece reuben rhys riley robert robyn rory
    rosie ruby ryan safa sam samuel sara sarah scarlett sean sebastian seth shannon sienna skye sofia
    sophia sophie stanley summer tara taylor thea theo theodore thomas tia tilly toby tom tommy tyler
    victoria vikram violet william willow yasmin yusuf zachary zain zainab zak zara zoe zuzanna
"""

COMMON_FORENAMES = frozenset(_NAMES.split())
