"""Jobs and kinds of work to choose from while typing: our own list, in the words that fifteen-year-olds use. Anything else may be typed.

Each line: what is shown, and other words by which it is found. What is kept is English, so that answers can be counted.
"""

from surveys.places import Offered

LISTED = """
Accountant|accounting finance money
Actor|acting drama theatre
Animal care|vet kennels zoo dogs
Animator|animation cartoons
Architect|buildings design
Army|soldier armed forces military
Art and design|artist
Baker|baking cakes
Banking|bank finance
Barber|hair
Barrister|law court
Beauty therapist|make-up nails salon
Biologist|biology science
Bricklayer|building construction trade
Builder|building construction
Business|manager entrepreneur
Car mechanic|motor vehicle garage
Care worker|social care elderly
Carpenter|joiner wood trade
Charity work|volunteering
Chef|cook kitchen catering
Chemist|chemistry science
Childcare|nursery early years children
Civil engineer|roads bridges
Computer games|game design developer
Construction|building site
Counsellor|mental health
Cyber security|computers hacking
Dancer|dance performing
Data analyst|statistics
Dental nurse|dentist
Dentist|teeth
Designer|graphics design
Digital marketing|social media
Doctor|medicine
Driver|lorry van HGV
Economist|economics
Electrician|electrical trade
Electronics engineer|electronics
Engineer|engineering
Environment|climate nature conservation
Estate agent|houses property
Event planner|events weddings
Farmer|farming agriculture
Fashion|clothes textiles
Film and television|media camera
Firefighter|fire service
Fitness instructor|gym personal trainer
Florist|flowers
Footballer|football sport
Forensic scientist|crime police science
Gardener|garden landscape
Graphic designer|graphics
Hairdresser|hair salon
Health and social care|care hospital
Historian|history
Hospitality|hotel restaurant
Human resources|HR people
Interior designer|homes
Interpreter|translator languages
IT support|computers technician
Journalist|news writing
Lawyer|law solicitor
Librarian|books
Logistics|warehouse delivery
Make-up artist|beauty
Marine biologist|sea
Marketing|advertising
Mathematician|maths
Mechanical engineer|machines
Midwife|babies hospital
Music|musician singer
Nail technician|nails beauty
Navy|royal navy sailor
Nurse|nursing hospital
Nursery worker|early years children
Nutritionist|food diet
Occupational therapist|therapy
Office work|administration admin
Optician|eyes
Painter and decorator|painting trade
Paramedic|ambulance
Personal trainer|gym fitness
Pharmacist|pharmacy medicine
Photographer|photography camera
Physicist|physics science
Physiotherapist|physio sport therapy
Pilot|plane flying aviation
Plasterer|trade building
Plumber|plumbing heating gas trade
Police officer|police detective
Politics|government
Primary teacher|school children
Prison officer|prison
Product designer|design technology
Psychologist|psychology mind
Public services|uniformed
Publishing|books
Radiographer|x-ray hospital
Railway work|trains
Receptionist|front desk
Recruitment|jobs people
Renewable energy|wind solar
Retail|shop sales
Royal Air Force|RAF
Sailor|merchant navy ships
Sales|selling
Science|scientist laboratory
Scientist|research laboratory
Secondary teacher|school subject
Secretary|office administration
Security|guard
Set designer|theatre film
Social media|influencer content creator
Social worker|families
Software developer|programmer coding computers
Solicitor|law
Sound engineer|music studio
Special needs teaching|SEND teaching assistant
Speech therapist|language
Sport|sports coach PE
Sports coach|coaching PE
Stage technician|lighting theatre
Surveyor|land buildings
Tattoo artist|art
Teacher|teaching school
Teaching assistant|school
Tiler|trade building
Travel and tourism|holidays airport cabin crew
Tree surgeon|forestry
Vet|veterinary animals
Veterinary nurse|vet animals
Waiter|waitress restaurant
Warehouse worker|logistics
Web designer|websites
Welder|welding metal
Writer|author books
Youth worker|young people
Zoologist|animals zoo
"""
JOBS = tuple(Offered(*line.split("|")) for line in LISTED.strip().splitlines())
