"""First names common in Britain over the past eighty years, for spotting a name where a sentence begins."""

_FIRST_NAMES_TEXT = """
aaliyah abdul abigail adam aisha alan alex alexander alfie ali alice alison amanda amelia amina amir amy andrea
andrew angela anita ann anna anne anthony anwar arthur asha ava ayesha barbara barry ben benjamin bernard beth betty
bev beverley bilal bill billy bob brenda brian bryan callum carl carol caroline catherine charles charlie charlotte
chloe chris christine christopher claire clare colin connor craig cynthia dan daniel danielle darren dave david dawn
dean deborah debbie denise dennis derek diana diane donald donna doreen dorothy doug douglas dylan eddie edith edna
edward eileen elaine eleanor elizabeth ella ellen ellie emily emma eric erica ethan ethel eva evelyn ewa faisal
farah fatima fiona florence frances frank fred freya gareth gary gavin gemma geoff geoffrey george gerald geraldine
gill gillian glen gloria gordon grace graham grzegorz gurpreet habib hannah harold harry hassan hayley heather helen
henry hilda howard hugh ian ibrahim imran irene iris isaac isabella isla ivy jack jackie jacob jacqueline jake jamal
james jamie jan jane janet janice jasmine jason javed jay jean jeff jennifer jenny jeremy jessica jill jim joan
joanna joanne joe john jon jonathan jordan joseph josh joshua joyce judith julia julie june karen kate katherine
kathleen kathryn katie kay keith kelly ken kenneth kerry kevin khadija kim kirsty krzysztof kyle kylie laura lauren
lee leo leon leonard leroy les lesley leslie lewis liam lily linda lisa liz lorraine louis louise lucy luke lynn
magdalena malcolm manjit margaret maria marie marilyn marion marjorie martin mary matt matthew maureen max megan
mehmet michael michelle mike mo mohammad mohammed molly monica muhammad mustafa nadia nancy naomi nasreen natalie
natasha nathan neil nicholas nick nicola nigel nora norma norman oliver olivia omar oscar owen pam pamela pat
patricia patrick paul paula pauline peter phil philip phoebe phyllis piotr poppy priya rachel raj ralph ray raymond
rebecca reg rhys richard rita rob robert robin roger ron ronald rosemary ross roy ruby russell ruth ryan sally sam
samantha samuel sandra sara sarah scott sean shaun sharon sheila shirley sid simon sofia sophia sophie stacey
stanley stephanie stephen steve steven stuart sue sunita susan suzanne sylvia tanya ted teresa terry thelma theo
thomas tim timothy tina toby tom tommy tony tracey tracy trevor tyler valerie vanessa vera veronica vicky victor
victoria vincent violet walter wayne wendy wilfred william winifred xin yasmin yusuf yvonne zainab zoe
"""
FIRST_NAMES = frozenset(_FIRST_NAMES_TEXT.split())
