"""The vocabulary of a list of providers: sixth forms, colleges, training providers, employers."""

from .vocabulary import Vocabulary, field

PROVIDERS = Vocabulary("providers", (
    field("name", "name",
          "Name | Provider | Provider Name | Establishment | EstablishmentName | Establishment Name"
          " | Institution | College | Organisation | Organisation Name | College Name | Institution Name"
          " | Legal name | Employer | Employer name | Training provider | School name | Sixth form",
          also="School | Company",
          shape="words", required=True, identifies=True),
    field("type", "type of provider",
          "Type | Provider Type | Kind | Category | TypeOfEstablishment | Type of Establishment"
          " | Type of provider | Sector | Institution type | TypeOfEstablishment (name) | Organisation type"
          " | Establishment type",
          shape="words"),
    field("aliases", "other names it goes by",
          "Aliases | Alias | Also Known As | Other Names | Known As | AKA | Short Name | Trading Name"
          " | Trading As | Other name | Abbreviation | Acronym | Trading names | Alternative names"
          " | Former names | Nicknames",
          shape="words"),
    field("ukprn", "UKPRN",
          "UKPRN | UK Provider Reference Number | UKProviderReferenceNumber | UKPRN number | UK PRN",
          shape="ukprn"),
    field("urn", "URN",
          "URN | Unique Reference Number | School URN | Establishment URN | GIAS URN | DfE URN"
          " | Edubase URN",
          shape="urn"),
    field("postcode", "postcode",
          "Postcode | Post Code | PostalCode | Address postcode | Main postcode",
          shape="postcode"),
    field("contact_name", "contact's name",
          "Contact | Contact Name | Contact Person | Main Contact | Key Contact | Named contact"
          " | Our contact | Contact full name | Person to contact | Lead contact",
          shape="words"),
    field("contact_email", "contact's email",
          "Email | Contact Email | Email Address | E-mail | Contact e-mail address | Main email"
          " | Admissions email",
          shape="email"),
    field("contact_phone", "contact's telephone",
          "Phone | Telephone | Contact Phone | Tel | Telephone Number | Contact Number | Phone Number"
          " | TelephoneNum | Mobile | Contact telephone | Main telephone | Tel no",
          shape="phone"),
    field("ignore", "leave this column out",
          "No | # | Row | Notes | Comments | Address | Street | Locality | Town | County | Website"
          " | SchoolWebsite | LA | LA (name) | LA (code) | Establishment Number | Status | Region | Easting"
          " | Northing",
          shape="text"),
))  # fmt: skip
