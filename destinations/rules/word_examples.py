"""How words are read, by examples: shown to whoever wants to know, and each held to by a test (docs/returns.md)."""

STATUSES = {
    "present": (
        "Studying here | In training | In our Y12 | Current learner"
        " | Participating | Admitted | Appointed | Ongoing | Matriculated | Transferred within college | ENR | Taken on | Kept on"
        " | Repeating Y12 | Retaking | Long term absent | "
        "OnProg | Began course | Offer taken up | Place taken up | Took up place | On our roll | Joined late from another college"
        " | Resumed"
        " | Re-enrolled after withdrawing | Moved from A levels to BTEC | Changed from L3 to L2 | Back on course | Dropped a subject"
        " | Attends | Still employed | Progressed to Level 2 | Enrolled with conditions | Doing Level 2 instead"
        " | Enrolled | Fully enrolled | Enrolled & attending | Re-enrolled | Enroled | Enrolment complete | Enrolment completed"
        " | ENROLLED"
        " | Enrolled - full time | Enrolled late | Enrolled 03/09/2025 | Attending | Attending regularly | Attending - poor attendance"
        " | On roll | On-roll | On programme | On prog | Active | Active learner | Current | Current student | Continuing"
        " | Continuing Student | Cont | Progressing | In learning | Learning | Live | Joined | Joined us | Started | Started late"
        " | Started 4 Sept | Starter | New starter | With us | Still with us | Here | Present | Studying | Yes | Y | Yes - enrolled"
        " | Confirmed | Registered | Retained | On course | Not left | Not withdrawn | Did not withdraw | Has not left | Did not leave"
        " | Hasn't withdrawn | Transferred in | Transferred internally | Changed course | Course transfer | Internal transfer"
        " | Moved to a different course | Switched course | Transferred to another course | Transferred to Level 2"
        " | Enrolled - at risk of leaving | At risk of withdrawal | Returned | Rejoined | Reinstated | Withdrawn in error"
        " | Withdrawal cancelled | Enrolled (changed from Level 3 to Level 2) | Induction complete | Enrolled on programme"
        " | Full time | Full-time student | Sixth form student | In Year 12 | Year 12 | Doing well | Settled in | ✓ | 1 | TRUE"
        " | Arrived | Turned up | Yes, started Sept | Still attending | In attendance | Enrolled - conditions met | Accepted and enrolled"
        " | Offer accepted - enrolled | Applied and enrolled | Enrolled following interview | Enrolled after late application"
    ),
    "left": (
        "Started, then left | Ex learner | Ex-learner"
        " | Ceased participating | De-registered | Inactive | Interrupted | Off register | WDR | Let go"
        " | Was participating, now NEET | "
        "Wdrawn | WDN | With drawn | Withdrawl | Discontinued | Dropped course | On a break | Asked to leave | Made redundant"
        " | Off-rolled"
        " | Permanent exclusion | Moved schools | Relocated | Attended 2 weeks | Not attended since October | Last attended 10/10"
        " | Not attending since half term | Enrolled, since left | Started Sept; left Nov | Released from contract | Former student"
        " | Withdrawn | Withdrew | W | W/D | WD | WDRN | Left | Leaver | Left 12/10 | Left programme | Left course | Left college"
        " | Left us"
        " | Dropped out | Drop out | No longer attending | No longer enrolled | No longer on roll | No longer here | No longer with us"
        " | Stopped attending | Transferred | Transferred to Rosehall College | Transferred out | Moved away | Moved out of area"
        " | Permanently excluded | Excluded | Off roll | Removed from roll | Early leaver | Enrolled then withdrew"
        " | Cancelled after start | Enrolled but left Oct | Started but left | Withdrew week 3 | Withdrawn 10/10/2025"
        " | Left - apprenticeship"
        " | Left for employment | Left to start an apprenticeship | Withdrawn - gone to apprenticeship | Withdrawn - now NEET"
        " | Completed | Terminated | Not returned | Did not return after half term | Not returning | Stopped coming"
        " | Attended for two weeks then left | Break in learning | Leaver - Oct 25 | N - left in October | Has left | Left the college"
        " | Withdrawn (personal reasons) | Withdrawn from course | Withdrawn - transferred to another college | Quit | Moved to Blackpool"
        " | Enrolled 2 September, withdrawn 30 September | Attended until half term | Not attending any more | Gone"
        " | Withdrawn by college"
        " | Moved to another college | Transferred to another provider | Transferred to Wyre Sixth Form | Removed"
    ),
    "not_here": (
        "Never a student | Never a student here | Never our student | Not enrolled here | Not in our Y12"
        " | Did not participate | Application not converted | Never inducted | Not admitted | Not appointed | Never employed | Not taken on"
        " | Induction only | Place rescinded | "
        "Attending Rosehall instead | Chose apprenticeship instead | Chose school sixth form | Nothing on system | Cannot find"
        " | Not traced"
        " | Unable to find | Not identified | Application only | Enquiry only | No longer wishes to attend | Opted for another college"
        " | Applied but did not enrol | Accepted but did not start | Non-enrolment | Cancelled before start"
        " | Did not enrol | Didn't enrol | Did Not Enroll | DNE | DNA | DNS | Did not start | Didn't start | Never started"
        " | Never enrolled"
        " | Never attended | Not enrolled | Not attending | Not started | Non-starter | Non starter | No show | No-show | Did not show"
        " | Did not turn up | Didn't turn up | Didn't arrive | Did not attend | Did not attend enrolment | Enrolled but never attended"
        " | Declined | Declined offer | Declined place | Offer declined | Rejected | Unsuccessful | Withdrew application"
        " | Application withdrawn | Withdrew before enrolment | Pre-enrolment withdrawal | Cancelled | Went elsewhere | Gone elsewhere"
        " | Enrolled elsewhere | At another college | Chose another college | Going to Rosehall College instead | Not known to us"
        " | Unknown to us | No record | No trace | Not one of ours | Not on roll | Not with us | Not here | Not our student"
        " | No application | No application received | Never applied | Did not apply | Has not applied | Did not take up place"
        " | Place not taken up | Not taken up | Offer not taken up | Deferred | Deferred entry | Deferred to next year | N | No"
        " | Not joined | Failed to enrol | Failed to attend | Did not complete enrolment | Enrolment not completed | Lapsed"
        " | Changed mind | Changed their mind | Not accepted | Withdrawn before start | Withdrawn (did not start)"
        " | Went to Rosehall College"
        " | Gone to Rosehall College | Chose to stay at school | Studying elsewhere | Place declined"
        " | Withdrawn - never attended | Enrolled at another college | Attending another college | Turned down | Did not join | 0 | ✗"
        " | Turned down our offer | Took a place at another sixth form | No longer interested | Accepted elsewhere | Not a student here"
        " | Offer rejected | Withdrew prior to start | Cancelled application | Did not accept offer | Offer expired | Not found"
    ),
    "not_stated": (
        "Enrolment in process | Enrol pend | Enrolment not yet complete | Awaiting results | Applied late"
        " | Applied | Application received | Conditional offer | Unconditional offer | Offer made | Offered | Interview"
        " | Invited to interview | Interviewed | Awaiting interview | Waiting list | Reserve list | Pending | Pending enrolment"
        " | Awaiting enrolment | Due to enrol | Due to start 15 Sept | Expected | TBC | Unknown | Not known | Not yet known | In progress"
        " | Enrolment pending | Yet to enrol | Will enrol | Accepted | Offer accepted | Conditional | Unconditional | Offer pending"
        " | Starting Monday | To be enrolled | Expected to enrol | Place offered | Hoping to enrol | Intends to enrol | Not sure | ?"
    ),
}

ACTIVITIES = {
    "210": "Staying on at school | Stays on at school | Staying at school | EET: FT Ed: School"
    " | School Sixth Form | 6th form | Sixth Form | School sixth form (full time) | FTE - School Sixth Form"
    " | Full-time education - school sixth form | Stayed on at school | School | In school Year 12 | SSF"
    " | EET - School sixth form | FTE at school | School 6th form | Full time education - school 6th form"
    " | FT Education: School Sixth Form | Academy sixth form | In Y12 at school | UTC",
    "220": "Sixth Form College | 6th Form College | FTE - Sixth Form College | Full time education - sixth form college | SFC"
    " | FT Ed - sixth form college | Sixth Form Coll | Attending sixth form college | VI form college",
    "230": "EET: FT Ed: FE | Military Preparation College | Staying on at college | Further Education | FE College | FE | College"
    " | Full time education - further education | Full-Time FE | FTE - FE"
    " | FTE FE | General FE college | In college | At college | College full time | Land-based college | Tertiary college"
    " | EET - FE | Full time FE college | FT FE | Full-time further education college | Full time education in FE"
    " | FT education - FE | Full Time Education - College | FE - full time | Attending college | College course"
    " | Studying at college | GFE | Continuing in education at FE college | Agricultural college",
    "240": "Higher Education | University | At university | HE | Full time education - higher education | Studying for a degree"
    " | Uni | Undergraduate | First year at university | HE - full time | Full time HE | University student"
    " | Studying at uni | Full-time Higher Education | Attending university | Degree course | Started uni",
    "250": "Part time education | Part-time college | Part time education (<540 h/yr) | PT education | Part time FE"
    " | Part-time education | Education - part time | P/T education | PT study | Part time course | College (part-time)"
    " | Part-time FE college",
    "260": "Gap year | On a gap year | Gap year before university | Deferred entry to university | Deferred university place"
    " | Gap yr | Taking a gap year | Gap Year (deferred uni) | Year out",
    "270": "Full time education - other | Other full time education | Independent school? | Home educated | EHE | Education"
    " | Full time education | FTE | Full-time study | Full time student | EHE - elective home education"
    " | Elective home education | Home schooled | Independent school | FT education",
    "280": "Special post-16 institution | Specialist college | Special school | Independent specialist college | SPI"
    " | Special Post 16 Institution (SPI) | Specialist post-16 institution | Special needs college"
    " | Residential special college",
    "290": "Full time education - custodial institution | Education in custody",
    "310": "EET: Appr | Apprenticeship | Apprentice | Apprenticeship - Level 2 | Advanced Apprenticeship | Doing an apprenticeship | Appr"
    " | Apprenticeship with Ribble Motors | Modern apprenticeship | Degree apprenticeship | Started apprenticeship"
    " | EET - apprenticeship | Apprenticeship (Level 3) | Level 3 apprenticeship | Apprenticeship L2 - Ribble Motors"
    " | Higher apprenticeship | On an apprenticeship | Apprentice electrician | Apprenticeship with training provider"
    " | Employed - apprenticeship | Training - apprenticeship | College (apprenticeship) | Apprenticeship at college | App",
    "320": "Full time employment with study (regulated qualification) | Employment with accredited training | Working with study"
    " | Employment with regulated training | Job with part time study | Full-time job with study | Employment with study"
    " | Full time employment with study | FT work + study | Employed with part-time study | Employment with training to L2"
    " | Work and part time college",
    "330": "EET: Emp no trng | EET: Emp FT | Employed as a carer | Working in hospital | Employment without training | Employed"
    " | Working | Working full time | Full time work | In work | Job"
    " | Full-time employment | Working full-time at Tesco | Has a job | Employment | Work without training | FT employment"
    " | EET - employment | Employment with no training | FT work | Full time job | In full time employment"
    " | Permanent employment | Employed - no training | Employed without training | Working in family business"
    " | Job (no training) | Works at Tesco | Jobs without training | Non-accredited employment | Working 30 hours",
    "340": "EET: Emp with trng | Employment with training (other) | Employment with training | Job with training"
    " | Working with training | Armed forces"
    " | Army | Royal Navy | Joined the army | Employment with non-regulated training | Employed with training"
    " | Employment with non accredited training | In-house training job | RAF | British Army | Army Foundation College"
    " | Military | Full time employment with training",
    "350": "EET: Emp temp | Temporary employment | Temporary work | Seasonal work | Temp job | Zero hours contract | Casual work"
    " | Temporary job"
    " | Seasonal employment | Agency work | Temp",
    "360": "Part time employment | Part-time job | Part time work | Working part time | PT employment | Working part-time"
    " | P/T job | Part time job | PT work | Part-time employment (less than 16 hours) | Employed part time",
    "380": "Self employed | Self-employment | Runs own business | Self-employed | Self Employed (full time)",
    "381": "Self-employment with study | Self employment with regulated training",
    "410": "Work based learning | ESFA funded work based learning | WBL | ESFA-funded work-based learning"
    " | Study programme with training provider | Work-based learning | ESFA funded training | Government funded training"
    " | Study Programme (training provider)",
    "430": "Other training | Training | Training provider | In training | Training course | Other training (non-EFA)"
    " | Training (other) | Independent training provider | ITP | Prince's Trust | Other training provision | EET - Training"
    " | Training programme | Foundation learning | Vocational training",
    "440": "DWP training and support programme | Jobcentre programme",
    "450": "Traineeship | On a traineeship | Traineeship (ESFA) | Traineeships",
    "460": "Supported internship | Supported Internship programme | Supported internship (SEND) | Supported intern"
    " | Project SEARCH supported internship",
    "530": "Re-engagement provision | Reengagement | Re-engagement programme | Re-engagement | Reengagement provision"
    " | Re engagement activity | Re-engagement provision (PDO)",
    "540": "Volunteering | Voluntary work | Working not for reward | Full time volunteering | Volunteer | Volunteering (no study)"
    " | Doing voluntary work",
    "550": "Working not for reward with study | Volunteering with training | Volunteering with part time study",
    "610": "Not in EET: not ready | Not yet ready for work or learning | Not ready for work | NEET - not ready"
    " | Not ready for work or learning"
    " | NEET not ready | NEET - Not yet ready",
    "615": "Start date agreed (other) | Start date agreed | Awaiting start date | Start date agreed - other"
    " | NEET - start date agreed | SDA",
    "616": "Start date agreed (RPA compliant) | Start date agreed - education | Start date agreed for apprenticeship"
    " | Start date agreed (RPA) | SDA RPA compliant | NEET - Start date agreed (learning)",
    "619": "Seeking employment, education or training | NEET | NEET - available | NEET available to labour market | Unemployed"
    " | Looking for work | Looking for an apprenticeship | Seeking EET | Job seeking | NEET - seeking"
    " | Not in education or employment | Active NEET | Not in education, employment or training | Applying for jobs"
    " | Job hunting | NEET (seeking apprenticeship) | Wants an apprenticeship | Unemployed - seeking work"
    " | Seeking apprenticeship | Not working | NEET - seeking EET | NEET seeking employment | Seeking work"
    " | Unemployed (seeking) | NEET available | NEET Available - seeking | Available to labour market | NEET (active)"
    " | Seeking college place | No destination | NEET - actively seeking | Unemployed and seeking | Looking for employment"
    " | At home | Out of education | Job seeker | Not in EET | Claiming universal credit",
    "620": "Out of work - caring for family | Not in EET: caring for a relative | Not available - young carer | Young carer"
    " | NEET - young carer"
    " | Caring for relative | Carer | NEET - Young Carer"
    " | NEET (young carer) | Carer for parent",
    "630": "NEET: Not avail: parent | Out of work - looking after own child | Not available - teenage parent | Teenage parent"
    " | Young parent | Teen parent | Parenting | Looking after own child"
    " | NEET - teenage parent | Parent | NEET parent | Young mum | NEET TP | Mother | Maternity",
    "640": "NEET: Not avail: ill | Out of work - health reasons | Not in EET: ill health | Not available - illness | Illness"
    " | Ill health | NEET - illness | Medical reasons"
    " | Long term sick | Mental health"
    " | NEET - Illness | NEET illness/ill health | Illness/disability | In hospital | Poor health | NEET - mental health"
    " | Unwell",
    "650": "Not in EET: expecting a baby | Not available - pregnancy | Pregnant | Pregnancy | NEET - pregnancy | NEET - Pregnant"
    " | NEET pregnancy"
    " | Expecting a baby",
    "660": "Not available - religious grounds | Religious grounds | Religious reasons | NEET - religious grounds",
    "670": "Unlikely ever to be economically active | Not available - unlikely to be economically active",
    "680": "NEET: Not avail | Not available - other reason | NEET not available | NEET other reason | NEET - not available to labour market"
    " | NEET not available - other | NEET - other reason not available | NEET other | Not available (other)"
    " | NEET - unavailable",
    "710": "Custody | In custody | Prison | Custody (young adult offender) | YOI | Young offender institution"
    " | Remanded in custody | Secure custody | In prison | HMP",
    "720": "Refugee/asylum seeker | Asylum seeker",
    "810": "NK: current situation | We do not know | Current situation not known | Not known | Not yet known | Unknown | Situation unknown "
    " | Current situation not known - moved away"
    " | Moved away | Moved out of area | No information | Unable to establish | Destination unknown | NK | Not Known | N/K"
    " | Status not known | Destination not known | Situation not known | Unknown - moved | Moved abroad | Left area"
    " | Expired | Currency expired | Lapsed | Not known - expired | UNKNOWN | Unconfirmed | Not yet established",
    "820": "We have lost touch | NK: no contact | Cannot be contacted | Cannot be contacted / no current address | Unable to contact"
    " | No contact | No response"
    " | Lost contact | Can't contact | Cannot contact | Unable to contact family | NK - cannot be contacted"
    " | No contact made | Not contactable | Unable to reach | No current address | Could not be contacted",
    "830": "Refused to disclose | Refused | Refused to disclose activity | Declined to say | Refused to say | Refused to engage"
    " | Declined to disclose | Refused to give information | Does not wish to disclose | Refused contact",
}  # fmt: skip

# Words that deny an activity, or say another thing than their nouns.
TURNED_AROUND = {
    "Hospitality": None,
    "Catering and Hospitality": None,
    "Army Preparation course": None,
    "Care": None,
    "Health and Social Care": None,
    "Medical Science": None,
    "Religious Studies": None,
    "Not NEET": None,
    "No longer NEET": None,
    "Not in custody": None,
    "Not employed": "619",
    "Not in training": "619",
    "No longer in education": None,
    "Left college": None,
    "Withdrawn from college": None,
    "Dropped out of sixth form": None,
    "NEET - left college": "619",
    "NEET - withdrawn from apprenticeship": "619",
    "Left college, now working": "330",
    "Left college - now apprentice": "310",
    "Was at college, now NEET": "619",
}

# What is said of an application → its state.
APPLICATIONS = {
    "sent": "Applied | Application received | Submitted | Pending | In progress | Awaiting decision | Under review | Application sent"
    " | Awaiting offer | No offer yet | Application complete | Received | Awaiting reference | Decision pending"
    " | Not yet interviewed | New",
    "interview": "Interview | Invited to interview | Interviewed | Interview 12/03/2026 | Interview booked | Awaiting interview"
    " | Interview attended"
    " | Interview offered | Assessment day | Audition | Interview arranged | Attended interview | Awaiting decision after interview",
    "waiting": "Waiting list | Reserve list | Wait listed | Reserve | On hold | On waiting list | Waitlisted",
    "offered": "Offer made | Offered | Offer sent | Place offered | Offer made, awaiting reply | Offer | Awaiting acceptance",
    "conditional": "Conditional offer | Conditional | Conditional offer made | CO | Offer - conditional | Offer (conditional on GCSEs)"
    " | C | Conditional Offer (not yet accepted) | Offer subject to GCSE grades",
    "unconditional": "Unconditional offer | Unconditional | Unconditional Offer Made | UO | U | Unconditional offer, awaiting reply",
    "accepted": "Accepted | Offer accepted | Accepted offer | Place accepted | Firm | UF | CF | Conditional firm | Firmly accepted"
    " | Unconditional firm | Conditional offer accepted | Accepted place | Place confirmed | Unconditional Firm (UF) | Firm choice"
    " | Accepted - conditional | Student accepted",
    "turned_down": "Rejected | Unsuccessful | Turned down by college | Application rejected | No offer made | Not offered a place"
    " | Not successful"
    " | Application unsuccessful | Offer withdrawn | Offer withdrawn by college | REJ | Declined by college"
    " | Did not meet entry requirements"
    " | Not suitable | Refused",
    "declined": "Declined | Declined offer | Offer declined | Declined place | Declined by student | Student declined"
    " | Offer rejected by student"
    " | Turned us down | Place declined | Offer turned down | Rejected offer | Declined by applicant | Accepted elsewhere | UD | CD",
    "withdrawn": "Withdrawn | Application withdrawn | Withdrew application | Withdrew | Cancelled | Cancelled application"
    " | No longer interested"
    " | W | Withdrawn by applicant | Student withdrew | Lapsed | Did not attend interview, withdrawn",
}  # fmt: skip
