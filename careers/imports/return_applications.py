"""Headings over what a list of applicants says: applied when, seen when, offered what on which conditions."""

from .vocabulary import field

APPLICATIONS = (
    field("application_status", "how far the application is",
          "Application Status | App Status | Status of application | Application stage | Application progress"
          " | Application outcome | Outcome of application | Application decision | Application state"
          " | Applicant status | Admissions status | Admission status | Admissions decision | Decision"
          " | Decision status | Offer status | Status of offer | Offer decision | Interview outcome"
          " | Interview result | Outcome of interview | Result of interview | UCAS decision | UCAS status"
          " | College decision | Provider decision | Current stage of application | Offer made/declined",
          also="Status | Stage | Outcome | Result | Response | Reply | Progress | Update | Current status | Offer",
          shape="application_words"),
    field("offer", "offer",
          "Offer | Offer made | Offer made? | Offered | Offered? | Offer type | Type of offer | Kind of offer"
          " | Offer given | Offered a place | Place offered | Has an offer | Received an offer | Offer Y/N"
          " | Conditional/Unconditional | Conditional or unconditional | Offer kind | Offer category | Offer (C/U)"
          " | Have they been offered a place | Has an offer been made",
          also="Decision | Offer status",
          shape="offer"),
    field("applied_date", "day they applied",
          "Application Date | Date applied | Applied on | Date of application | Application received"
          " | Date application received | Application received on | Date received | Received on | Applied"
          " | Submitted | Submitted on | Date submitted | Application submitted | App date"
          " | Application submitted on | Application created",
          also="Date | Received",
          shape="recent_date"),
    field("interview", "interview",
          "Interview | Interview Date | Date of interview | Interviewed | Interviewed on | Interview on"
          " | Interview attended | Attended interview | Interview status | Interview day | Interview booked"
          " | Date interviewed | Invited to interview | Interview invitation | Interview date/time"
          " | Interview time | Interviewed? | Interview offered | Audition date | Assessment day | Meeting date | Int date | Intvw date",
          shape="interview"),
    field("offer_date", "day of the offer",
          "Offer date | Date of offer | Offered on | Offer made on | Date offered | Offer letter sent"
          " | Date offer made | Offer sent | Offer issued | Date offer sent | Decision date | Date of decision"
          " | Offer letter date | Offered date",
          also="Offered | Offer made | Offer",
          shape="recent_date"),
    field("conditions", "conditions of the offer",
          "Conditions | Offer conditions | Conditions of offer | Condition | Offer condition | Grades needed"
          " | Grades required | Entry requirements | Entry conditions | Required grades | Conditional on"
          " | Condition of offer | Terms of offer | Offer details | Offer terms | Subject to | Conditions to meet"
          " | Outstanding conditions | Requirements | Grades to achieve",
          shape="words"),
    field("choice", "which choice it is",
          "Choice | Choice number | Choice no | Preference | Preference number | First choice | First choice?"
          " | Choice order | Rank | Priority | Order of preference | Which choice | Preference order | 1st choice"
          " | 1st choice? | Is this their first choice | Firm/Insurance | Firm or insurance | Reply | UCAS reply"
          " | Student reply | Applicant reply | First or second choice | Choice rank",
          also="Response | Order",
          shape="choice"),
)  # fmt: skip
