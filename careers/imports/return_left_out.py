"""Headings of a return over what this program does not need."""

from .vocabulary import field

LEFT_OUT = (
    field("ignore", "leave this column out",
          "# | Row | Row Number | Line | S/N | Serial | Count | Academic Age | Age | Age at 31 August | Ethnicity"
          " | Ethnic Origin | Ethnic group | Nationality | Religion | First Language | Language | Address"
          " | Address 1 | Address 2 | Address Line 1 | Address Line 2 | Street | Town | City | County | Locality"
          " | District | Mobile | Mobile Number | Phone | Telephone | Tel | Home phone | Contact Number | Email"
          " | Email Address | E-mail | College email | Student email | Personal email | Parent | Parent Name"
          " | Parent email | Next of kin | Emergency contact | Additional information | SEN | SEND | SENDFlag"
          " | SENSupportFlag | SEN Status | LLDD | EHCP | EHC Plan | Disability | FSM | Free School Meals"
          " | Bursary | Pupil premium | Looked after | LAC | Care leaver | Characteristic Code | Level of need"
          " | LevelOfNeedCode | LEACode | Lead LEA | LeadLEA | EducatedLEA | LA | LA code | Local Authority | Ward"
          " | Period End | Date of send | Cohort status | Review Date | DueToLapseDate | Currency Lapsed"
          " | NEETStartDate | NEET Start Date | Establishment Number | UKPRN | UKProviderReferenceNumber"
          " | Provider UKPRN | Guarantee Status | September Guarantee | IntendedDestinationYr11"
          " | Intended destination | Year | Year group | NC Year | Academic year | Cohort | Tutor Name"
          " | Personal Adviser | Adviser | Case worker | Caseworker | Current worker | Key worker | Keyworker"
          " | Assessor | Attendance | Attendance % | Punctuality"
          " | EPA date | Expected EPA date | End point assessment date | Gateway date | Signature | Signed"
          " | Reason for leaving | Withdrawal reason | Reason | Funding | Funding model | Hours"
          " | Guided learning hours | Planned hours | GCSE English | GCSE Maths | English | Maths | English grade"
          " | Maths grade | Mode | Mode of attendance | FT/PT | Photo | Learning Aim Reference | LearnAimRef"
          " | Aim Ref | Age group | Employer postcode | Emp postcode | Employer contact | Employer address | School postcode"
          " | Provider postcode | Manager | TransferredToLACode | GuaranteeStatusIndicator | LEACodeAtYear11"
          " | Data protection | Transport | Distance | Country of birth | Place of birth | Age on entry"
          " | Qualification on entry | Qualifications on entry | Year of entry | Year left | Predicted grades"
          " | Learning support | High needs",
          also="No | Number | Notes | Comments | Comment | Remarks",
          shape="text"),
)  # fmt: skip
