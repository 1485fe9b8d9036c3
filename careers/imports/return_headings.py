"""The vocabulary of a list a provider or a local authority sends back: who, where, doing what, since when.

Headings are those of college, sixth form and training systems, of local authority extracts (the national
client record: YoungPersonsID, GivenName, ActivityCode, DateVerified…) and of lists typed by hand.
"""

from .vocabulary import Vocabulary, field

RETURN = Vocabulary("return", (
    field("upn", "unique pupil number (UPN)",
          "UPN | Unique Pupil Number | Unique Pupil No | Unique Pupil Ref | UPN Number | UPN No | Pupil UPN"
          " | UniquePupilNumber | Current UPN",
          also="Former UPN | Pupil number",
          shape="upn", identifies=True),
    field("uln", "unique learner number (ULN)",
          "ULN | Unique Learner Number | Unique Learner No | UniqueLearnerNo | UniqueLearnerNumber"
          " | ULN Number | Learner ULN | Unique Learner Ref | LRS ULN",
          also="Learner number",
          shape="uln", identifies=True),
    field("surname", "surname",
          "Surname | Last Name | Family Name | FamilyName | Legal Surname | Second Name | Legal Last Name"
          " | Legal Family Name | Surname Legal | Lastname | Sname | L Name | Last | Surname or Family Name"
          " | Cyfenw | Current surname",
          also="Preferred Surname | Preferred Last Name | Name",
          shape="surname", identifies=True),
    field("forename", "first name",
          "Forename | First Name | Given Name | Given Names | GivenName | Forenames | First Names"
          " | Legal Forename | Legal First Name | Legal Given Name | Christian Name | Fname | F Name"
          " | First | Forename 1 | Forename Legal | Given | Enw cyntaf",
          also="Name | Learner | Student | Chosen Name",
          shape="forename", identifies=True),
    field("middle_names", "middle names",
          "Middle Name | Middle Names | Middle | Middle Name(s) | Other Names | Other Forenames"
          " | Second Forename | Forename 2 | Middle Initial | Middle Initials | Other Given Names"
          " | Additional Names",
          shape="forenames"),
    field("known_as", "name they are known by",
          "Known As | Preferred Forename | Preferred First Name | Preferred Name | Chosen Name"
          " | Chosen Forename | Goes by | Likes to be called | Known by | Nickname | Preferred Given Name"
          " | Familiar Name | Name known by | Preferred Known As Name | AKA | Usual name | Called"
          " | Chosen first name | Known Name | Known forename",
          also="Forename | First name | Given name",
          shape="forename", identifies=True),
    field("initials", "initials",
          "Initials | Initial | Init | First initial | Forename initial",
          shape="initials", identifies=True),
    field("full_name", "full name",
          "Full Name | Student Name | Name | Learner Name | Pupil Name | Name of Student | Name of Learner"
          " | Candidate Name | Applicant Name | Learner | Student | Young Person | Young Person's Name"
          " | YP Name | YP | Client Name | Apprentice | Apprentice Name | Trainee Name | Legal Name"
          " | Surname Forename | Surname and Forename | Forename Surname | First Name Surname"
          " | Forename and Surname | Legal Full Name | Display Name | Pupil | Name of Young Person"
          " | Participant | Participant Name | Person | Person Name | Student's name | Names"
          " | Preferred Full Name | First name and surname | Surname First name | Employee | Employee Name"
          " | Starter name | New starter | Last name first name",
          also="Forename | First name | Chosen Name | Surname | Known as",
          shape="full_name", identifies=True),
    field("title", "title (Mr, Miss…)",
          "Title | Salutation | Mr/Mrs/Miss | Mr Miss",
          shape="title"),
    field("date_of_birth", "date of birth",
          "Date of Birth | DOB | D.O.B | D.O.B. | DoB | D O B | Birth Date | Birthdate | Born | Birthday"
          " | Date Birth | Date of Birth (DD/MM/YYYY) | Student DOB | DateOfBirth | BirthDt"
          " | Learner Date of Birth | Born on | Dyddiad geni | D of B | D/O/B | Dt of Birth",
          shape="birth_date"),
    field("sex", "sex",
          "Sex | Gender | M/F | Male/Female | Legal Sex | Sex at birth | Gender code | Gender M/F"
          " | Sex code | Gender Identity | Gndr | Sex Gender",
          shape="sex"),
    field("postcode", "home postcode",
          "Postcode | Post Code | Home Postcode | Student Postcode | PostalCode | Post Code Home"
          " | Current Postcode | PCode | Home post code | Address Postcode | Postcode (home) | Zip"
          " | Main postcode | Permanent postcode | Term time postcode",
          shape="postcode"),
    field("form", "form or tutor group",
          "Form | Tutor Group | Reg Group | Registration Group | Form Group | Reg | Tutor Grp"
          " | Registration | Reg Grp | Class | Year 11 Form | Y11 Form | Old form | Form class | Reg form"
          " | Registration form | Previous form | House group | Tutorial Group | TG | School form"
          " | Tutor set | Mentor group | Form when at school | Form in Year 11 | Form at school"
          " | Tutor group in Year 11",
          also="Group | Tutor | Set | House",
          shape="form"),
    field("reference", "their own reference",
          "ID | Ref | Reference | Learner Ref | Learner Reference | Learner Reference Number"
          " | LearnRefNumber | Student Ref | Student ID | Student Number | Student No | ClientID"
          " | Client ID | Client Ref | Admission No | Admission Number | Adno | Admissions No"
          " | YoungPersonsID | Young Person ID | YPID | YP ID | Person Code | Person ID | Enrolment No"
          " | Applicant ID | Application ID | Application Ref | Application No | Application Number"
          " | Pupil ID | Learner ID | Learner Code | Candidate Number | Candidate No | Exam Number"
          " | Exam No | MIS ID | College ID | College Number | College ref | Unique ID | System ID"
          " | Learner No | Case ID | Case ref | Core ID | CCIS ID | IYSS ID | IO ID | Apprentice ID"
          " | Cohort ID | Ref No | Ref Number | Reference No | Reference Number | ID Number | ID No"
          " | Student Code | PersonRef | Record ID | Contact ID | Participant ID | Membership number | UPI"
          " | Client number | Enrolment ID | Enrolment ref | EBS ref | ProSolution ref | UCI | Core plus ID"
          " | Capita ID | PreviousYPIDIdentifier | Adm No | Admin No | Adm Number"
          " | Learn ref number | Person ref",
          also="Database ID | Client | No | Number | Learner | Student | Student Identifier | Code | Identifier",
          shape="reference"),
    field("previous_school", "school they came from",
          "Previous School | Prev School | School | Last School | Last School Attended | Former School"
          " | Feeder School | School Attended | Previous Institution | Prior Institution | School Name"
          " | Secondary School | High School | Year 11 School | Y11 School | School Last Attended"
          " | Prior School | Previous Establishment | Prior Provider | Previous School Name"
          " | Last Institution | Last Educational Establishment | Current School | Home School | Old School"
          " | School in Year 11 | Key Stage 4 School | KS4 School | From School | Previous Education"
          " | Previous Provider | Establishment at Year 11 | School of origin | School left | Origin school"
          " | High school name | Previous school attended | Year 11 establishment | Last establishment"
          " | Came from | Feeder | School came from | Most recent school | Referring school | Base school"
          " | Previous educational establishment | Year 11 school attended | School previously attended"
          " | School attended in Year 11",
          also="Establishment | Institution | Source",
          shape="school"),
    field("previous_school_urn", "URN of the school they came from",
          "Previous School URN | School URN | URN | Prev School URN | Last School URN | Feeder URN"
          " | Year 11 School URN | Prior Institution URN | Previous school code | Feeder school URN"
          " | KS4 URN",
          shape="urn"),
    field("provider", "where they are now",
          "Provider | Establishment | Establishment Name | EstablishmentName | College | Institution"
          " | Institution Name | Provider Name | Current Establishment | Current Provider"
          " | Destination Provider | Training Provider | Destination Establishment"
          " | Destination Institution | Current Institution | Learning Provider | College Name"
          " | Post 16 Provider | Post-16 Establishment | Provision | Destination Name"
          " | Current School/College | School/College | Post 16 destination | Sixth form | Place of study"
          " | Place of learning | Where now | Organisation | Organisation Name | Opportunity provider"
          " | Studying at | Where are they now | Name of provider | Name of college | Name of establishment"
          " | Name of institution | Activity establishment | Learning Provider Name"
          " | Establishment/Employer | Provider/Employer | Lead provider | Current college"
          " | Destination college | College or provider | Education provider | Training organisation"
          " | Main provider | Where studying | Establishment attended | Institution attended"
          " | College attended | College attending | School or college",
          also="Destination | Current Destination | Where | Employer | Destination details | Location",
          shape="provider"),
    field("campus", "campus or site",
          "Campus | Site | Centre | Campus Name | Site Name | Delivery Location | Delivery Site"
          " | College Site | Centre Name | Learning Location | Building | Delivery postcode | Teaching site"
          " | Study centre | Campus location | Site code | College campus | Site attending | Site attended",
          also="Location | Base",
          shape="words"),
    field("employer", "employer",
          "Employer | Employer Name | Company | Company Name | Workplace | Work placement employer"
          " | Name of employer | Apprenticeship Employer | Host employer | Business name | Place of work"
          " | Employed by | Firm | Employer organisation | Employer trading name | Works for"
          " | Employing organisation",
          shape="words"),
    field("course", "course",
          "Course | Course Title | Course Name | Programme | Programme Title | Programme Name | Qual Aim"
          " | Qualification | Aim | Qualification Title | Qualification Name | Learning Aim"
          " | Learning Aim Title | Aim Title | Main Aim | Study Programme | Programme of Study"
          " | Course Description | Course/Programme | Subject | Subjects | Subjects studied"
          " | A Level Subjects | Framework | Standard | Framework/Standard | Framework or Standard"
          " | Apprenticeship Standard | Apprenticeship | Apprenticeship Framework | Apprenticeship Title"
          " | Learning Programme | Study Prog | Pathway | Course enrolled on | Enrolled course"
          " | Main course | Curriculum | Subject choices | Options | Course of study | Programme Area"
          " | Apprenticeship Programme | Standard Title | Standard Name | Programme description"
          " | Primary course | Course studied | Main qualification | Main programme | Course applied for"
          " | Course offered | Offered course | Offer course | Course of Choice | Enrolled programme"
          " | What they are studying | Studying | Vocational area | Occupation | Job role"
          " | Learning aim description | Qualification aim | Course info | First choice course"
          " | Aim description | Trade",
          also="Offer | Course Code | Programme Code | Department | Faculty | Curriculum Area | Group"
               " | Description | Choice 1 | Class | Title | Subject area | Sector | Sector subject area"
               " | Area",
          shape="course"),
    field("level", "level",
          "Level | Course Level | Qualification Level | Level of Study | NVQ Level | Study Level"
          " | Aim Level | Lvl | QCF Level | RQF Level | Programme Level | Notional Level"
          " | Notional NVQ level | Apprenticeship Level | Level of course | Level of qualification"
          " | Qual Level | Lev | Level studied | Learning level",
          shape="level"),
    field("status", "what they say about the student (enrolled, left…)",
          "Status | Enrolment Status | Enrolled | Enrolled? | Attending | Attending (Y/N)"
          " | Did they join you? | Started | Completion Status | Student Status | Learner Status"
          " | Current Status | Outcome | On Roll | Enrolment Outcome | Still attending | Attendance status"
          " | On programme | Did they enrol? | Did they start | Enrolled (Y/N) | Are they with you?"
          " | With you? | Here | Present | Is the student attending | Confirmed | On course"
          " | Has the student enrolled | Are they enrolled | Is the student enrolled | Is student on roll"
          " | Did the student start | Did they attend | Have they started | Started (Y/N) | Joined"
          " | Joined? | Joined you | Still with you | Still here | Still on roll | Currently attending"
          " | Currently enrolled | Currently on roll | Active | Enrolment | Programme status"
          " | Learner state | State | Arrived | Turned up | Continuing | Retained | Still on course"
          " | Status of student | Place taken up | Withdrawn | Withdrawn? | Completion"
          " | Apprenticeship status | Enrolled with us | Attending? Y/N | Started course | Left or current"
          " | In attendance | Took up place | Took up place? | Conditional/Unconditional | Taken up place"
          " | Did they enrol with you | Did they turn up | Have they enrolled with you | Enrolled with you"
          " | Started with you | Accepted | Accepted? | Accepted place | Place accepted | Offer accepted | Left?"
          " | No longer here | No longer with you | Has left | Have they left",
          also="Offer | Destination | Current situation | Situation | Result | Stage | Comments | Response"
               " | Left | Leaver | Reply | Current | Application outcome | Update | Offer status | Decision"
               " | Application Status | Progress | Notes | Comment | Remarks",
          shape="status"),
    field("start_date", "start date",
          "Start Date | Start | Started On | Date Started | Activity Start | Activity Start Date"
          " | StartDate | Course Start | Course Start Date | Enrolment Date | Date Enrolled | Enrolled On"
          " | Enrol Date | Programme Start | Programme Start Date | Learning Start Date | Join Date"
          " | Date Joined | Joined On | Commencement Date | Date of Entry | Entry Date | Date Commenced"
          " | Start Dt | Date of Enrolment | Learner Start Date | Aim Start Date | Actual Start Date"
          " | Apprenticeship Start Date | Employment start date | Date of start | Current activity start"
          " | Date from | From date | Learn start date | Commenced | Date of admission | Admission date"
          " | Since | Enrolled date | Began | First day | First day of attendance | Activity from"
          " | Start of programme | Start of course | Date course started | Date started course"
          " | Date started on course",
          also="Date | From | Planned Start Date | Enrolled | Started | Expected start date | Commencing",
          shape="recent_date"),
    field("end_date", "date they left",
          "End Date | Leaving Date | Withdrawal Date | Date Left | Leave Date | Left On | Date Withdrawn"
          " | Date of Leaving | Actual End Date | Finish Date | Last Date of Attendance"
          " | Date of withdrawal | Leaver Date | Withdrawn on | Learning Actual End Date | EndDate"
          " | Activity End | Activity End Date | Course End Date | Left date | Exit date | Date of exit"
          " | Termination date | Last day attended | Last attended | Date ended | Withdrawn date | To date"
          " | Last day | Activity to | Date of last attendance",
          also="PredictedEndDate | Predicted End Date | Expected End Date | Planned End Date | End | Left"
               " | To | Withdrawn | Expected completion date | Learning planned end date | Until",
          shape="recent_date"),
    field("activity_code", "activity code (NCCIS)",
          "Activity Code | ActivityCode | Current Activity Code | NCCIS Code | CCIS Code"
          " | NCCIS Activity Code | Destination Code | CCIS Activity Code | Situation code"
          " | Current situation code | Status code | EET code | Activity status code | CA01"
          " | Main activity code | Outcome code | Current status code | CCIS status code",
          also="Current Activity | Activity | Code | Destination | Situation | Outcome | NCCIS | CCIS",
          shape="activity_code"),
    field("activity_words", "what they say the student is doing",
          "Current Activity | Activity | Activity Description | Current Activity Description | Destination"
          " | Destination Type | Current Situation | Situation | Current Destination | Activity Type"
          " | Destination Category | Destination Description | Main Activity | Economic Status | EET Status"
          " | EET/NEET | NEET Status | EET | NEET | Employment Status | Current activity name"
          " | Activity Name | Activity Status | Current circumstance | Circumstances | Type of destination"
          " | What they are doing | What are they doing now | What is the student doing | Doing now"
          " | Post-16 activity | Participation status | Participation | RPA status | Category"
          " | Status description | NCCIS description | NCCIS Activity | CCIS activity | CCIS category"
          " | Route | Destination group | Current status description | Present situation | Now doing"
          " | EET group | Education or employment | Outcome description | CCIS status | NCCIS status"
          " | Activity at 1 November",
          also="Status | Current Status | Outcome | Type | Description | NCCIS",
          shape="activity_words"),
    field("date_verified", "date this was verified",
          "Date Verified | Verified | Last Confirmed | DateVerified | Verified Date | Verified On"
          " | Date Confirmed | Confirmed On | Confirmed Date | Last Verified | Date Last Verified"
          " | Status Date | Last Contact | Last Contact Date | Date of Last Contact | As At | As At Date"
          " | Data as at | Date of Information | Date of confirmation | Verification date"
          " | Date last confirmed | Checked on | Date checked | Last checked | Date of verification"
          " | Situation verified | Info date | Correct as at | Correct at | Activity verified"
          " | Date activity verified | Last verified on | Confirmed at | Date of status"
          " | Date of last update | Last update",
          also="Last Updated | Updated | Date Updated | DateAscertained | Date Ascertained | Date"
               " | Modified | Last modified | Confirmed | Date of contact",
          shape="recent_date"),
    field("went_elsewhere", "where they went instead",
          "If not, do you know where they went? | Where did they go | Went Elsewhere | Went To"
          " | Alternative Destination | If not where | If no, where? | Other Destination"
          " | Destination if known | Destination if not enrolled | Known Destination | Next Destination"
          " | Where they went | If left where to | Leaving destination | Destination on leaving"
          " | Destination if left | Destination after leaving | If not attending where | Gone to"
          " | Transferred to | Moved to | Leaver destination | Left to go to | Where have they gone"
          " | If not here where | Do you know where they are | If not do you know where they are"
          " | Withdrawal destination | New destination | If not enrolled, where are they now"
          " | Known to be at | Alternative provider | If no do you know where they went"
          " | Destination if not with you | If not enrolled destination | If withdrawn destination"
          " | If left destination | If not attending destination | If not, destination"
          " | If not, where are they | If not, where did they go | If no, destination"
          " | Where did they go instead | Did they go elsewhere",
          also="Reason for leaving | Destination | Further information",
          shape="words"),
    field("ignore", "leave this column out",
          "# | Row | Row Number | Line | S/N | Serial | Count | Academic Age | Age | Age at 31 August"
          " | Ethnicity | Ethnic Origin | Ethnic group | Nationality | Religion | First Language | Language"
          " | Address | Address 1 | Address 2 | Address Line 1 | Address Line 2 | Street | Town | City"
          " | County | Locality | District | Mobile | Mobile Number | Phone | Telephone | Tel | Home phone"
          " | Contact Number | Email | Email Address | E-mail | College email | Student email"
          " | Personal email | Parent | Parent Name | Parent email | Next of kin | Emergency contact"
          " | Additional information | SEN | SEND | SENDFlag | SENSupportFlag | SEN Status | LLDD | EHCP"
          " | EHC Plan | Disability | FSM | Free School Meals | Bursary | Pupil premium | Looked after"
          " | LAC | Care leaver | Characteristic Code | Level of need | LevelOfNeedCode | LEACode"
          " | Lead LEA | LeadLEA | EducatedLEA | LA | LA code | Local Authority | Ward | Period End"
          " | Date of send | Cohort status | Review Date | DueToLapseDate | Currency Lapsed | NEETStartDate"
          " | NEET Start Date | Establishment Number | UKPRN | UKProviderReferenceNumber | Provider UKPRN"
          " | Guarantee Status | September Guarantee | IntendedDestinationYr11 | Intended destination"
          " | Year | Year group | NC Year | Academic year | Cohort | Tutor Name | Personal Adviser"
          " | Adviser | Case worker | Assessor | Attendance | Attendance % | Punctuality | Application Date"
          " | Date applied | Applied on | Interview Date | Interview | Offer date | Date of offer"
          " | Signature | Signed | Reason for leaving | Withdrawal reason | Reason | Funding"
          " | Funding model | Hours | Guided learning hours | Planned hours | GCSE English | GCSE Maths"
          " | English | Maths | English grade | Maths grade | Mode | Mode of attendance | FT/PT | Photo"
          " | Learning Aim Reference | LearnAimRef | Aim Ref | Age group | Employer postcode"
          " | Employer contact | Employer address | School postcode | Provider postcode | Manager"
          " | TransferredToLACode | GuaranteeStatusIndicator | LEACodeAtYear11 | Data protection"
          " | Transport | Distance | Country of birth | Place of birth | Age on entry"
          " | Qualification on entry | Qualifications on entry | Interview attended | Year of entry"
          " | Year left | Predicted grades | Learning support | High needs",
          also="No | Number | Notes | Comments | Comment | Remarks",
          shape="text"),
))  # fmt: skip
