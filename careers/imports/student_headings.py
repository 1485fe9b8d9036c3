"""The vocabulary of a school's own export: SIMS, Arbor, Bromcom, the school census or a plain spreadsheet."""

from .vocabulary import Vocabulary, field

STUDENTS = Vocabulary("students", (
    field("upn", "unique pupil number (UPN)",
          "UPN | Unique Pupil Number | Unique Pupil No | UPN Number | UPN No | Current UPN | Pupil UPN"
          " | UniquePupilNumber",
          also="Pupil number",
          shape="upn", required=True, identifies=True),
    field("former_upn", "former UPN",
          "Former UPN | FormerUPN | Previous UPN | Old UPN | Temporary UPN",
          shape="upn"),
    field("uln", "unique learner number (ULN)",
          "ULN | Unique Learner Number | Unique Learner No | UniqueLearnerNumber | UniqueLearnerNo | ULN Number"
          " | Learner number",
          shape="uln", identifies=True),
    field("admission_number", "admission number",
          "Admission Number | Admission No | Adno | Adm No | Admissions Number | LearnerCode | Learner Code"
          " | Student Number | Student No | Student ID | StudentId | LearnerId | Learner ID | MIS ID | Pupil ID"
          " | Local ID | Admission | Roll number | Arbor ID | Arbor Student ID | Bromcom ID | Pupil number in MIS"
          " | MIS number | Person ID | SIMS ID | External ID | School ID | Student code",
          also="ID | Number | Ref | Reference | No | Exam number | Candidate number",
          shape="reference"),
    field("surname", "surname (legal)",
          "Legal Surname | Surname | Last Name | Family Name | Legal Last Name | Legal Family Name"
          " | Student Surname | Surname Legal | Second name | Legal surname name",
          shape="surname", required=True, identifies=True),
    field("forename", "first name (legal)",
          "Legal Forename | Forename | First Name | Given Name | Legal First Name | Forenames | First Names"
          " | Legal Given Name | Legal Forenames | Student Forename | Forename Legal | Christian name",
          also="Name",
          shape="forename", required=True, identifies=True),
    field("middle_names", "middle names",
          "Middle Name(s) | Middle Name | Middle Names | Middlenames | Middle | Other Names | Legal Middle Names"
          " | Other forenames | Legal middle name",
          shape="forenames"),
    field("known_as", "name they are known by",
          "Preferred Forename | Preferred First Name | Known As | Preferred Name | Chosen Name | Chosen Forename"
          " | Chosen First Name | Preferred Given Name | Likes to be called | Goes by | Called"
          " | Preferred Forename (chosen name) | Nickname | Familiar name | Preferred forenames",
          also="Forename | First name | Given name",
          shape="forename"),
    field("preferred_surname", "surname they use",
          "Preferred Surname | PreferredSurname | Preferred Last Name | Chosen Surname | Preferred Family Name"
          " | Known as surname | Chosen last name",
          also="Surname | Last name | Family name",
          shape="surname"),
    field("former_surname", "former surname",
          "Former Surname | FormerSurname | Previous Surname | Former Last Name | Former Family Name | Maiden name",
          shape="surname"),
    field("full_name", "full name",
          "Full Name | Name | Student Name | Pupil Name | Student | Pupil | Learner | Learner Name | Legal Name"
          " | Surname Forename | Legal Full Name | Display name | Preferred Full Name | Surname and forename",
          also="Forename | Surname",
          shape="full_name", identifies=True),
    field("date_of_birth", "date of birth",
          "DOB | Date of Birth | DoB | D.O.B | Birth Date | DateOfBirth | Birthdate | Born | Student DOB"
          " | Birthday",
          shape="birth_date", required=True),
    field("sex", "sex",
          "Sex | Gender | Sex at birth | Gender identity | Legal Sex | M/F | Gender code | Sex code"
          " | Gender at birth | Legal Gender",
          shape="sex"),
    field("form", "form or registration group",
          "Reg Group | Registration Group | Form | Tutor Group | Form Group | Reg | Registration Form | Reg Grp"
          " | RegGroup | Registration | Tutor Grp | Class | Current Registration Form | Form name | Reg form"
          " | Main registration group | Tutor set | Registration group name",
          also="Group | Tutor",
          shape="form"),
    field("year", "year group",
          "Year | Year Group | NC Year | NCyearActual | National Curriculum Year | Yr | NCYear | Current NC Year"
          " | Year Grp | Curriculum Year | Year taught in | NC year actual | Actual NC year | Year code"
          " | School year | Yeargroup | Year name",
          shape="year_group"),
    field("postcode", "home postcode",
          "Postcode | Post Code | Home Postcode | PostalCode | Address Postcode | Current postcode"
          " | Home post code | Postcode (home) | AddressDetails.PostCode | Pupil postcode | Main postcode",
          shape="postcode"),
    field("enrolment_status", "enrolment status",
          "Enrolment Status | EnrolStatus | EnrolementStatus | Enrollment Status | Enrol Status"
          " | Registration Status | Registration type | Roll Status | Enrolment type",
          also="Status",
          shape="enrolment_status"),
    field("email", "email address",
          "Email | Email Address | E-mail | Student Email | Home Email | Personal Email | Personal email address"
          " | Primary email | Pupil email | Main email | Default email",
          shape="email"),
    field("attendance", "attendance (%)",
          "Attendance % | Attendance | % Attendance | Attendance Percentage | Percentage Attendance | Att %"
          " | Present % | % Present | Overall Attendance | Attendance Pct | Year to date attendance"
          " | YTD attendance | Attendance rate | Attendance YTD | Present marks %",
          shape="percent"),
    field("sen", "special educational need (N, K, E)",
          "SEN Status | SEN | SEND | SENprovision | SEN Provision | SEND Status | SEN Code | SEN Stage"
          " | SEN Need Status | SENProvisionDetails.ProvisionTypeCode | SEN Provision Type | SEND Provision"
          " | SEN Support | Special Educational Needs | SEN Provision Code | SEND Code | SEN Category | SEN level"
          " | SEND need | Current SEN Status | Current SEN | Special needs status | Special needs | Is SEN"
          " | SEN status code",
          shape="sen"),
    field("ehc", "education, health and care plan",
          "EHC | EHCP | EHC Plan | Education Health and Care Plan | Has EHCP | Has EHC Plan | EHC Plan Y/N"
          " | SENDFlag | Statement | Education, health and care plan (EHCP) | EHCP Y/N",
          shape="yes_no"),
    field("fsm", "free school meals",
          "FSM | Free School Meals | Eligible for FSM | FSM Eligible | Free School Meal | FSME on Census Day"
          " | FSM Eligibility | free_meal | Eligible for Free School Meals | Current FSM | FSM Y/N | FSMEligible"
          " | Eligible for free meals | Free meals | Is FSM | Free school meal eligibility | FSME | FSM currently"
          " | FSM entitled | FSM entitlement | FSM at census | FSM on census day | Entitled to FSM",
          shape="yes_no"),
    field("ever6_fsm", "free school meals in the last six years",
          "Ever 6 | Ever6 | Ever 6 FSM | FSM Ever 6 | FSM6 | Ever6FSM | free_meal_6 | free_school_meals_6"
          " | FSM Ever | EverFSM | FSM in last 6 years | Free School Meals Ever 6 | Ever FSM | FSM Last 6 Years"
          " | FSM (ever) | EVERFSM_6 | Ever 6 FSM indicator"
          " | Has the pupil been eligible for FSM in the last 6 years?",
          shape="yes_no"),
    field("pupil_premium", "Pupil Premium",
          "Pupil Premium | PP | Pupil Premium Indicator | Pupil Premium Eligible | PP Indicator"
          " | Premium Pupil Indicator | is_pp | Pupil Premium Y/N | Eligible for Pupil Premium | PupilPremium"
          " | Disadvantaged | Is the pupil disadvantaged? | Is Pupil Premium | PP eligible | PPI"
          " | Pupil premium recipient | Disadvantaged (PP)",
          shape="yes_no"),
    field("eal", "English as an additional language",
          "EAL | English as an Additional Language | is_eal | EAL Y/N | EAL Status | English Additional Language"
          " | Is EAL | English as Additional Language Status | EAL indicator",
          shape="yes_no"),
    field("first_language", "first language",
          "First Language | Language | Home Language | LanguageDetails.LanguageCode | First Lang | Language code"
          " | Mother Tongue | First language code | Main language",
          shape="language"),
    field("looked_after", "looked after",
          "In Care | Looked After | LAC | CLA | Child Looked After | Looked After Child | In LEA Care | In LA Care"
          " | Is Looked After | Children Looked After | IsLookedAfterorAdoptedFromCare"
          " | Looked After or Adopted from Care | In Care Y/N | in_lea_care | Currently in care"
          " | In local authority care | Care status | Is the pupil looked after? | LAC Y/N | Looked after status"
          " | Looked after by local authority",
          also="Ever in Care | PLAC | Previously looked after | ever_in_care | Post LAC | Adopted from care",
          shape="yes_no"),
    field("social_worker", "has had a social worker",
          "Child in Need / Social Worker | Social Worker | Child in Need | CIN | CiN | CP | Child Protection"
          " | Has Social Worker | Ever Social Worker | Social Worker Ever | Ever had a social worker | CIN/CP"
          " | CIN CP | Social Care | Child Protection Plan | Child in need status | CIN status"
          " | Has had a social worker | Ever CIN | Ever 6 social worker | Children in need",
          shape="yes_no"),
    field("alternative_provision", "alternative provision",
          "Alternative Provision | AP | Off site AP | Offsite provision | Alt Provision | In Alternative Provision"
          " | Attends AP | Alt Prov | AP Y/N | PRU | Off-site provision | Alternative education",
          shape="yes_no"),
    field("nurture", "nurture group",
          "Nurture | Nurture Group | In Nurture | Nurture Provision | Nurture Y/N | Nurture class"
          " | Nurture programme",
          shape="yes_no"),
    field("service_child", "service child",
          "Service Child | ServiceChild | Service Children | Service Family | Service Children Indicator"
          " | Armed Forces Child | Service Children in Education | Child of Service Family"
          " | Parent in armed forces | Service pupil | Forces child | Armed forces family",
          shape="yes_no"),
    field("young_carer", "young carer",
          "Young Carer | YoungCarer | Carer | Is Young Carer | Young Carers | Young carer status"
          " | Young carer indicator",
          shape="yes_no"),
    field("ignore", "leave this column out",
          "# | Row | Row Number | S/N | Age | Academic Age | Ethnicity | Ethnic Origin | Ethnic group"
          " | Ethnicity Code | Estab | School | URN | School Name | LAESTAB | LA | Religion | Nationality"
          " | Country of birth | EntryDate | Entry Date | Date of Entry | Admission Date | Date of admission"
          " | Leaving Date | Date of leaving | SENneed1 | SENneed2 | SEN Need 1 | SEN Need 2 | SEN need | SEN type"
          " | Primary need | SENunitIndicator | ResourcedProvisionIndicator | SAON | PAON | Street | Locality"
          " | Town | County | District | Address | Address 1 | Address 2 | Address line 1 | Address line 2 | House"
          " | House name | House number | Mobile | Phone | Telephone | Home phone | Parent | Parent name"
          " | Parent email | Contact 1 | Medical notes | Medical | Photo | Notes | Comments | Initials | Title"
          " | Part time | Boarder | Suspensions | Exclusions | Behaviour points | Achievement points"
          " | Premium pupil notes | Tutor name | Form tutor | Head of year | Next of kin | Gifted | House group"
          " | FSM start date | FSM end date | SEN start date | Doctor | Dietary needs | Traveller | Asylum status"
          " | Mode of travel",
          also="No | Number",
          shape="text"),
))  # fmt: skip
