"""Headings over what a return says somebody does: where, what, since when."""

from .vocabulary import field

ACTIVITIES = (
    field("provider", "where they are now",
          "Provider | Establishment | Establishment Name | EstablishmentName | College | Institution"
          " | Institution Name | Provider Name | Current Establishment | Current Provider | Destination Provider"
          " | Training Provider | Destination Establishment | Destination Institution | Current Institution"
          " | Learning Provider | College Name | Post 16 Provider | Post-16 Establishment | Provision"
          " | Destination Name | Current School/College | School/College | Post 16 destination | Sixth form"
          " | Place of study | Place of learning | Organisation | Organisation Name"
          " | Opportunity provider | Studying at | Provider / Placement | Name of provider | Name of college"
          " | Name of establishment | Name of institution | Activity establishment | Learning Provider Name"
          " | Establishment/Employer | Provider/Employer | Lead provider | Current college | Destination college"
          " | College or provider | Education provider | Training organisation | Main provider | Where studying"
          " | Establishment attended | Institution attended | College attended | College attending"
          " | School or college | HEI | University | University name | Where they are studying"
          " | Destination provider name",
          also="Destination | Actual destination | Confirmed destination | Final destination | Main destination"
               " | Year 12 destination | Destination at 16 | Destination now | Current Destination | Where"
               " | Employer | Destination details | Location | Where are they now | Where now | Where is the student now",
          shape="provider"),
    field("campus", "campus or site",
          "Campus | Site | Centre | Campus Name | Site Name | Delivery Location | Delivery Site | College Site"
          " | Centre Name | Learning Location | Building | Delivery postcode | Teaching site | Study centre"
          " | Campus location | Site code | College campus | Site attending | Site attended",
          also="Location | Base",
          shape="words"),
    field("employer", "employer",
          "Employer | Employer Name | Company | Company Name | Workplace | Work placement employer"
          " | Name of employer | Apprenticeship Employer | Host employer | Business name | Place of work"
          " | Employed by | Firm | Employer organisation | Employer trading name | Works for"
          " | Employing organisation | Working for | Employed at | Employed with",
          also="Placement | Placement name | Emp | Emp name",
          shape="words"),
    field("course", "course",
          "Course | Option | Crse | Vacancy title | Offering name | Offering | Course name level"
          " | Course and level | Qualification type | Course Title | Course Name | Programme | Programme Title"
          " | Programme Name | Qual Aim | Qualification | Aim | Qualification Title | Qualification Name"
          " | Learning Aim | Learning Aim Title | Aim Title | Main Aim | Study Programme | Programme of Study"
          " | Course Description | Course/Programme | Subject | Subjects | Subjects studied | A Level Subjects"
          " | Framework | Standard | Framework/Standard | Framework or Standard | Apprenticeship Standard"
          " | Apprenticeship | Apprenticeship Framework | Apprenticeship Title | Learning Programme | Study Prog"
          " | Pathway | Course enrolled on | Enrolled course | Main course | Curriculum | Subject choices"
          " | Options | Course of study | Programme Area | Apprenticeship Programme | Standard Title"
          " | Standard Name | Programme description | Primary course | Course studied | Main qualification"
          " | Main programme | Course applied for | Course offered | Offered course | Offer course"
          " | Course of Choice | Enrolled programme | What they are studying | Studying | Vocational area"
          " | Occupation | Job role | Learning aim description | Qualification aim | Course info"
          " | First choice course | Aim description | Trade | Award | Award title | Position title | Post title"
          " | Line of study | Pathway followed | Degree | Degree course",
          also="Std | Course Level | Offer | Course Code | Programme Code | Department | Faculty | Curriculum Area | Group"
               " | Description | Choice 1 | Class | Title | Subject area | Sector | Sector subject area | Area",
          shape="course", many=True),
    field("level", "level",
          "Level | L | Lv | Course Level | Qualification Level | Level of Study | NVQ Level | Study Level"
          " | Aim Level | Lvl | QCF Level | RQF Level | Programme Level | Notional Level | Notional NVQ level"
          " | Apprenticeship Level | Level of course | Level of qualification | Qual Level | Lev | Level studied"
          " | Learning level",
          shape="level"),
    field("status", "what they say about the student (enrolled, left…)",
          "Status | Enrolment Status | Enrolled | Enrolled? | Attending | Attending (Y/N) | Did they join you?"
          " | Started | Completion Status | Student Status | Learner Status | Current Status | Outcome | On Roll"
          " | Enrolment Outcome | Still attending | Attendance status | On programme | Did they enrol?"
          " | Did they start | Enrolled (Y/N) | Are they with you? | With you? | Here | Present"
          " | Is the student attending | Confirmed | On course | Has the student enrolled | Are they enrolled"
          " | Is the student enrolled | Is student on roll | Did the student start | Did they attend"
          " | Have they started | Started (Y/N) | Joined | Joined? | Joined you | Placement taken up"
          " | Registration status | Registered | Still with you | Still here | Still on roll | Currently attending"
          " | Currently enrolled | Currently on roll | Active | Enrolment | Programme status | Learner state"
          " | State | Arrived | Turned up | Continuing | Retained | Still on course | Status of student"
          " | Place taken up | Withdrawn | Withdrawn? | Completion | Apprenticeship status | Enrolled with us"
          " | Attending? Y/N | Started course | Left or current | In attendance | Took up place | Took up place?"
          " | Taken up place | Did they enrol with you | Did they turn up | Have they enrolled with you"
          " | Enrolled with you | Started with you | Accepted | Accepted? | Accepted place | Place accepted"
          " | Offer accepted | Left? | Still employed | Still employed? | No longer here | No longer with you"
          " | Has left | Have they left | Left since | Withdrawn since | Left since then",
          also="Offer | Destination | Current situation | Situation | Result | Stage | Comments | Response | Left"
               " | Leaver | Reply | Current | Application outcome | Update | Offer status | Decision"
               " | Application Status | Progress | Participation | Registration | Code | Notes | Comment | Remarks | Started with us",
          shape="status"),
    field("marked", "a column of marks, one for each status", shape="marks", many=True),
    field("start_date", "start date",
          "Start Date | Start | Started On | Date Started | Activity Start | Activity Start Date | StartDate"
          " | Course Start | Course Start Date | Enrolment Date | Date Enrolled | Enrolled On | Enrol Date"
          " | Programme Start | Programme Start Date | Learning Start Date | Join Date | Date Joined | Joined On"
          " | Commencement Date | Date of Entry | Entry Date | Date Commenced | Start Dt | Date of Enrolment"
          " | Learner Start Date | Aim Start Date | Actual Start Date | Apprenticeship Start Date"
          " | Employment start date | Date of start | Current activity start | Date from | From date"
          " | Learn start date | Commenced | Date of admission | Admission date | Since | Enrolled date | Began"
          " | First day | First attendance | Date of first attendance | First day of attendance"
          " | Activity from | Start of programme | Start of course"
          " | Date course started | Date started course | Date started on course"
          " | Date of appointment | Appointment date | Appointed | DOA | Enrolment start date | Enrolment start",
          also="Joined | Date | From | Planned Start Date | Enrolled | Started | Expected start date | Commencing"
               " | Started with us",
          shape="recent_date"),
    field("end_date", "date they left",
          "End Date | Leaving Date | Withdrawal Date | Date Left | Leave Date | Left On | Date Withdrawn"
          " | Date of Leaving | Actual End Date | Finish Date | Last Date of Attendance | Date of withdrawal"
          " | Leaver Date | Withdrawn on | Learning Actual End Date | EndDate | Activity End | Activity End Date"
          " | Course End Date | Left date | Exit date | Date of exit | Termination date | Last day attended"
          " | Last attended | Date ended | Withdrawn date | To date | Last day | Activity to"
          " | Date of last attendance | DOL | Leaver on | Roll end date | Date off roll | Off roll date"
          " | Enrolment end date | Enrolment end | Programme end date | Date they left",
          also="End | Left | To | Withdrawn | Until",
          shape="recent_date"),
    field("activity_code", "activity code (NCCIS)",
          "Activity Code | ActivityCode | Current Activity Code | NCCIS Code | CCIS Code | NCCIS Activity Code"
          " | Destination Code | CCIS Activity Code | Situation code | Current situation code | Status code"
          " | EET code | Activity status code | CA01 | Main activity code | Outcome code | Current status code"
          " | CCIS status code",
          also="NCCIS status | CCIS status | EET status | Activity status | Current status | Destination type"
               " | Current Activity | Activity | Code | Destination | Situation | Outcome | NCCIS | CCIS"
               " | NCCIS Activity | CCIS activity",
          shape="activity_code"),
    field("activity_words", "what they say the student is doing",
          "Current Activity | Activity | Activity Description | Current Activity Description | Destination"
          " | Destination Type | Current Situation | Situation | Current Destination | Activity Type"
          " | Destination Category | Destination Description | Main Activity | Economic Status | EET Status"
          " | Employment Status | Current activity name | Activity Name | Activity Status | Current circumstance"
          " | Circumstances | Type of destination | What they are doing | What are they doing now"
          " | What is the student doing | Doing now | Post-16 activity | Participation status | Participation"
          " | RPA status | Category | Status description | NCCIS description | NCCIS Activity | CCIS activity"
          " | CCIS category | Route | Destination group | Current status description | Present situation"
          " | Now doing | EET group | Education or employment | Outcome description | CCIS status | NCCIS status"
          " | Activity at 1 November",
          also="Post 16 destination | Post 18 destination | Final destination | Confirmed destination"
               " | Actual destination | Main destination | Year 12 destination | Destination at 16 | Destination at 18"
               " | Status | Current Status | Outcome | Type | Description | NCCIS | EET/NEET | EET | NEET"
               " | EET/NEET status | NEET status | Where are they now | Where now | Where is the student now",
          shape="activity_words"),
    field("date_verified", "date this was verified",
          "Date Verified | Verified | Last Confirmed | DateVerified | Verified Date | Verified On | Date Confirmed"
          " | Confirmed On | Confirmed Date | Last Verified | Date Last Verified | Status Date | Last Contact"
          " | Last Contact Date | Date of Last Contact | As At | As At Date | As of | Data as at | Date of Information"
          " | Date of confirmation | Verification date | Date last confirmed | Checked on | Date checked"
          " | Last checked | Date of verification | Situation verified | Info date | Correct as at | Correct at"
          " | Activity verified | Date activity verified | Last verified on | Confirmed at | Date of status"
          " | Date of last update | Last update | Date status verified | Status verified on | Destination verified on",
          also="Last Updated | Updated | Date Updated | DateAscertained | Date Ascertained | Date | Modified"
               " | Last modified | Confirmed | Date of contact",
          shape="recent_date"),
    field("went_elsewhere", "where they went instead",
          "Where else | If not, do you know where they went? | Where did they go | Went Elsewhere | Went To"
          " | Alternative Destination | If not where | If no, where? | Other Destination | Destination if known"
          " | Destination if not enrolled | Known Destination | Next Destination | Where they went"
          " | If left where to | Leaving destination | Destination on leaving | Destination if left"
          " | Destination after leaving | If not attending where | Gone to | Transferred to | Moved to"
          " | Leaver destination | Left to go to | Where have they gone | If not here where"
          " | Do you know where they are | If not do you know where they are | Withdrawal destination"
          " | New destination | If not enrolled, where are they now | Known to be at | Alternative provider"
          " | If no do you know where they went | Destination if not with you | If not enrolled destination"
          " | If withdrawn destination | If left destination | If not attending destination | If not, destination"
          " | If not, where are they | If not, where did they go | If no, destination | Where did they go instead"
          " | Did they go elsewhere",
          also="Reason for leaving | Destination | Further information",
          shape="words"),
)  # fmt: skip
