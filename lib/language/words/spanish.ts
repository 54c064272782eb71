import { type Lexicon, phrases } from "./intent";

/** What people say in Spanish; accents are gone in plain words. */
export const spanish: Lexicon = {
  emergency: phrases(`
    es|tengo una emergencia, es urgente, una urgencia medica, no puedo|puede respirar,
    dolor en el|de pecho, infarto, inconsciente, se desmayo, sangra* mucho, mucha sangre,
    no para de sangrar, sobredosis, suicid*, ambulancia
  `),
  profanity: phrases(`
    mierda, joder, puta|puto, cabron*, gilipollas, pendej*, idiota*, chinga*, carajo
  `),
  spam: phrases(`
    prestamo*, oferta especial para su empresa, usted ha ganado, tarjeta de credito preaprobada,
    posicionamiento web
  `),
  wrong_number: phrases(`
    numero equivocado, me equivoque, me he equivocado, equivocado de numero, marque mal,
    llame por error
  `),
  complaint: phrases(`
    inaceptable, vergonzoso|verguenza, queja*, quejarme, reclamacion|reclamo|reclamar, enfadad*,
    enojad*, furios*, pesimo|pesima, horrible, harto|harta, nadie .. llamo|llama|contesta,
    devuelvan .. dinero, muy mal*
  `),
  human: phrases(`
    ,
    hablar con .. persona|alguien|humano|doctor|doctora|encargado|encargada|gerente|jefe|dueno|duena|agente|operador|operadora|recepcion,
    una persona, persona real, pasame|paseme|pase con|con, comuniqueme, comunicame, transfier*,
    transferir*, operador|operadora, encargado|encargada, el gerente
  `),
  move: phrases(`
    cambiar .. cita|hora|fecha|dia, mover .. cita|la, reprogramar*, aplazar*, posponer*,
    pasar .. cita .. para|a, adelantar .. cita, retrasar .. cita, otra hora|fecha
  `),
  cancel: phrases(`
    cancel*, anular*, anule, no puedo ir|asistir|acudir, no podre ir|asistir|acudir, borrar .. cita
  `),
  book: phrases(`
    quiero|quisiera|necesito|pedir|hacer|sacar|agendar|reservar|dar|tener .. cita|turno|hora,
    una cita, reserv*, agend*, hay|tienen|tiene .. disponible|hueco|libre|cita|citas|disponibilidad,
    turno,
    quiero|quisiera|necesito .. limpieza|consulta|revision|empaste|blanqueamiento|vacuna|corte|masaje
  `),
  my_appointments: phrases(`
    cuando|que hora .. mi cita, mi cita .. cuando|hora, tengo .. cita|citas, confirmar mi cita,
    mis citas, mi proxima cita
  `),
  message: phrases(`
    dejar .. mensaje|recado, tomar .. mensaje|recado, digale|dile|diganle, que me llame*,
    llameme|llamenme, devolver .. llamada, devuelv* .. llamada, avis* .. que
  `),
  text_me: phrases(`
    mandeme|mandame|envieme|enviame .. mensaje|sms|direccion|texto|whatsapp|horario,
    mandar* .. sms|mensaje .. direccion, por sms, por mensaje
  `),
  hours: phrases(`
    horario*, a que hora .. abren|abre|cierran|cierra|abierto, cuando .. abren|abre|cierran|cierra,
    hasta que hora, esta|estan .. abierto|abiertos|cerrado|cerrados|abierta,
    abren|abre .. hoy|manana|sabado|sabados|domingo|domingos|lunes|martes|miercoles|jueves|viernes|festivos|el|los,
    cierran|cierra .. hoy|manana|a|el|los, dias festivos, festivo*
  `),
  address: phrases(`
    direccion,
    donde .. estan|esta|queda|quedan|ubicado|ubicados|encuentran|encuentra|consultorio|clinica|oficina,
    ubicacion, como llego|llegar|llega, en que calle
  `),
  price: phrases(`
    cuanto .. cuesta|cuestan|vale|valen|sale|cobran|cobra|es|seria, precio*, costo|coste|costos,
    tarifa*, cobran
  `),
  duration: phrases("cuanto .. dura|tarda|demora|tiempo, duracion, cuantos minutos"),
  services: phrases(`
    que .. servicios|ofrecen|tratamientos|hacen, cuales .. servicios|tratamientos,
    lista de servicios, servicios .. tienen|ofrecen
  `),
  robot: phrases(`
    ,
    eres|es usted|es|hablo con .. robot|maquina|persona|humano|humana|real|ordenador|computadora|grabacion|ia,
    un robot, una maquina, una grabacion
  `),
  who: phrases(`
    quien habla|es|eres, con quien hablo|estoy, que empresa|clinica|negocio, como se|te llama|llamas,
    es .. clinica|dental|dentista|consultorio
  `),
  repeat: phrases(`
    repit*, repet*, otra vez, de nuevo por favor, que dijo|dijiste|ha dicho,
    no .. entendi|entiendo|oi|escuche|oigo, como dice, mande, perdon que|como
  `),
  greeting: phrases(`
    hola, buenos dias, buenas tardes|noches, buenas, alo, oiga, bueno, hay alguien,
    me oye|oyes|escucha|escuchas
  `),
  thanks: phrases("gracias, muchas gracias, muy amable, agradezco, agradecid*, perfecto"),
  goodbye: phrases(`
    adios, hasta luego|pronto|manana|la, chao, chau, nos vemos, eso es todo, nada mas, es todo,
    ya esta
  `),
  never_mind: phrases(`
    olvidelo, olvidalo, dejelo, dejalo, no importa, da igual, mejor no, cambie de idea|opinion,
    otra cosa, para otro momento
  `),
  silence_words: phrases("eh, ehm, mmm"),
};
