"""The vocabulary of a list a provider or a local authority sends back: who, where, doing what, since when.

Headings are those of college, sixth form and training systems, of local authority extracts (the national
client record: YoungPersonsID, GivenName, ActivityCode, DateVerified…) and of lists typed by hand.
"""

from .return_activities import ACTIVITIES
from .return_applications import APPLICATIONS
from .return_left_out import LEFT_OUT
from .return_people import PEOPLE
from .vocabulary import Vocabulary

RETURN = Vocabulary("return", (*PEOPLE, *ACTIVITIES, *APPLICATIONS, *LEFT_OUT))
