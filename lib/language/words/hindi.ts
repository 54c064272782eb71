import { type Lexicon, phrases } from "./intent";

/** What people say in Hindi, in Devanagari and in Latin letters. */
export const hindi: Lexicon = {
  emergency: phrases(`
    इमरजेंसी है, इमर्जेंसी है, आपातकाल*, आपात स्थिति, सांस नहीं, सीने में दर्द, छाती में दर्द,
    बेहोश*, खून .. बह|रुक, दिल का दौरा, हार्ट अटैक, एंबुलेंस, emergency hai|he, saans nahi|nahin,
    sans nahi|nahin, seene me|mein dard, behosh*, khoon .. beh|bah|ruk, ambulance bula*,
    heart attack
  `),
  profanity: phrases(`
    साला|साले, कमीना|कमीने, हरामी|हरामज*, कुत्ते, चुप कर, saala|saale, kamina|kamine, harami|haramz*,
    kutte, chutiya*, bhenchod*, madarchod*, bakwas band
  `),
  spam: phrases("लोन ऑफर, क्रेडिट कार्ड ऑफर, loan offer, credit card offer, lottery, लॉटरी"),
  wrong_number: phrases(`
    गलत नंबर, रॉन्ग नंबर, रांग नंबर, गलती से .. लग|कॉल|फोन, galat number,
    galti se .. lag*|call|phone, rong number
  `),
  complaint: phrases(`
    शिकायत*, बहुत गुस्सा, गुस्सा, बकवास, घटिया, बेकार सेवा|सर्विस, पैसे वापस, परेशान, बर्दाश्त,
    कोई जवाब नहीं, shikayat*, gussa, bakwas, ghatiya, bekar service|seva, paise wapas|vapas,
    pareshan, koi jawab nahi|nahin
  `),
  human: phrases(`
    किसी .. से बात, इंसान से, आदमी से, डॉक्टर से बात, मैनेजर से|को, मालिक से, बात करवा*, बात करा*,
    ट्रांसफर*, किसी को फोन, kisi .. se baat, insan|insaan se, aadmi se, doctor se baat,
    manager se|ko, malik se, baat karwa*|karva*|kara*, transfer kar*, asli insan|insaan
  `),
  move: phrases(`
    समय बदल*, टाइम बदल*, अपॉइंटमेंट .. बदल*|आगे|शिफ्ट|खिसका*, तारीख बदल*, दूसरे दिन कर*, रीशेड्यूल*,
    आगे बढ़ा*|बढा*, time badal*|change, samay badal*, appointment .. badal*|change|aage|shift,
    tarikh badal*, date badal*|change, dusre din, reschedule kar*
  `),
  cancel: phrases(`
    रद्द*, कैंसिल*, कैंसल*, नहीं आ पा*, नहीं आ सक*, radd*, cancel kar*|karna|karo|kardo|karwa*,
    nahi|nahin aa pa*, nahi|nahin aa sak*
  `),
  book: phrases(`
    अपॉइंटमेंट, अपाइंटमेंट, अप्वाइंटमेंट, बुक*, दिखाना है, दिखाना चाहत*, मिलना है, मिलना चाहत*,
    समय चाहिए, टाइम चाहिए, समय मिल*, टाइम मिल*, स्लॉट, बुकिंग,
    appointment .. chahiye|chahie|leni|lena|milega|milegi|karni|karna|book|fix|do, book kar*,
    booking, dikhana hai|he, dikhana chaht*, milna hai|he|chaht*, time .. chahiye|milega,
    samay .. chahiye|milega, slot .. hai|milega|chahiye, appointment lag*
  `),
  my_appointments: phrases(`
    मेरा|मेरी अपॉइंटमेंट .. कब|कितने, मेरी बुकिंग, कब आना है, mera|meri appointment .. kab|kitne|hai,
    meri booking, kab aana hai|he
  `),
  message: phrases(`
    संदेश*, मैसेज*, बता दीजिए, बता देना, कह दीजिए, वापस कॉल, कॉल बैक, फोन कर* .. कहिए, नोट कर*,
    वापस फोन, sandesh*, message .. chhod*|chod*|likh*|de*|le*, bata dijiye|dena|do,
    keh dijiye|dena|do, wapas|vapas call|phone, call back kar*, note kar*
  `),
  text_me: phrases(`
    पता भेज*, एसएमएस कर*|भेज*, मैसेज भेज*, pata bhej*, sms kar*|bhej*, address bhej*, message bhej*
  `),
  hours: phrases(`
    कब खुल*, कितने बजे .. खुल*|बंद|तक, कब तक, कब बंद, समय क्या, टाइमिंग*, खुला है, खुले है*|हैं,
    खुला रहेगा, खुला रहता, खुलता|खुलते, बंद है|रहेगा|रहता, छुट्टी, kab khul*,
    kitne baje .. khul*|band|tak, kab tak, kab band, timing*, khula|khule|khuli,
    khulta|khulte|khulega, band hai|he|rahega|rehta, chhutti|chutti, samay kya, time kya
  `),
  address: phrases(`
    पता क्या, पता बता*, पता दीजिए, कहाँ है, कहां, कहा पर, लोकेशन, रास्ता, कैसे पहुंच*|पहुच*|आना|आऊं,
    एड्रेस, kahan|kaha|kidhar, pata kya|bata*|dijiye, address kya|bata*|do, rasta, location,
    kaise pahunch*|pahuch*|aana|aau*
  `),
  price: phrases(`
    कितना .. लगेगा|लगता|पैसा|चार्ज|खर्च, कितने .. पैसे|रुपये|रुपए|का|की|के|में, फीस, दाम, कीमत,
    खर्च*, शुल्क, चार्ज, रेट, kitna .. lagega|lagta|paisa|charge|kharch*|hoga,
    kitne .. paise|rupaye|rupay|rupees|ka|ki|ke|mein|me, fees, daam|dam, keemat|kimat, kharch*,
    kya rate
  `),
  duration: phrases(`
    कितना समय, कितना टाइम, कितनी देर, कितने मिनट, kitna samay|time, kitni der, kitne minute
  `),
  services: phrases(`
    क्या क्या .. करते|होता|मिलता|सेवा*|है, कौन सी .. सेवा*|सर्विस*|जांच, कौन कौन, सेवाएं|सेवाए,
    kya kya, kaun|kon si .. seva*|service*|test*, kaun kaun, kon kon
  `),
  robot: phrases(`
    रोबोट, मशीन, कंप्यूटर, रिकॉर्डिंग, robot ho|hai|hain|he, machine ho|hai|hain|he,
    insan|insaan ho|hai|hain, computer ho|hai
  `),
  who: phrases(`
    कौन बोल*, आप कौन, यह .. क्लिनिक|क्लीनिक, ये .. क्लिनिक|क्लीनिक, kaun|kon bol*, aap kaun|kon,
    yeh|ye .. clinic|dental hai|he
  `),
  repeat: phrases(`
    फिर से, दोबारा, दुबारा, क्या कहा, क्या बोला, समझ नहीं|नही, सुनाई नहीं|नही, phir|fir se,
    dobara|dubara, kya kaha|bola, samajh nahi|nahin, sunai nahi|nahin
  `),
  greeting: phrases(`
    नमस्ते, नमस्कार, हेलो, हैलो, हलो, राम राम, प्रणाम, namaste|namasthe, namaskar, helo|hallo|halo,
    koi hai, कोई है
  `),
  thanks: phrases(`
    धन्यवाद, शुक्रिया, थैंक*, बहुत अच्छा, dhanyavad|dhanyavaad|dhanyawad|dhanyawaad, shukriya,
    bahut accha|acha
  `),
  goodbye: phrases(`
    अलविदा, फिर मिल*, बस इतना, बस यही, और कुछ नहीं|नही, रखता|रखती हूं|हू, बाय, alvida, phir|fir mil*,
    bas itna|yahi, aur kuch|kuchh nahi|nahin, rakhta|rakhti hu|hoon|hun
  `),
  never_mind: phrases(`
    रहने दो|दीजिए, छोड़िए|छोडिए|छोड़ो|छोडो, जाने दो|दीजिए, रुको|रुकिए, बाद में, rehne do|dijiye|de,
    chhodo|chodo|chhodiye|chodiye, jaane|jane do|dijiye, baad me|mein
  `),
  silence_words: phrases("अम्म, हम्म, उम्म"),
};
