<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_US" sourcelanguage="en_US">
<context>
    <name>AboutPanel</name>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
    <message>
        <source>Open source under the Apache License 2.0.</source>
        <translation>Código abierto bajo la licencia Apache 2.0.</translation>
    </message>
    <message>
        <source>Our own questions are not validated screening tools. Records stay encrypted on this workstation.</source>
        <translation>Nuestras propias preguntas no son instrumentos de detección validados. Los registros quedan cifrados en este equipo.</translation>
    </message>
    <message>
        <source>Typeface Atkinson Hyperlegible by the Braille Institute (SIL Open Font License 1.1). Icons by Lucide (ISC).</source>
        <translation>Letra Atkinson Hyperlegible del Braille Institute (SIL Open Font License 1.1). Iconos de Lucide (ISC).</translation>
    </message>
    <message>
        <source>Built with {libraries}.</source>
        <translation>Hecho con {libraries}.</translation>
    </message>
    <message>
        <source>Firstlight {version}</source>
        <translation>Firstlight {version}</translation>
    </message>
</context>
<context>
    <name>AccountPanel</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>New code</source>
        <translation>Código nuevo</translation>
    </message>
    <message>
        <source>Let try again</source>
        <translation>Dejar intentar otra vez</translation>
    </message>
    <message>
        <source>End account</source>
        <translation>Terminar la cuenta</translation>
    </message>
    <message>
        <source>Sign-in name: {name}</source>
        <translation>Nombre para entrar: {name}</translation>
    </message>
    <message>
        <source>Code to compare: {code}</source>
        <translation>Código para comparar: {code}</translation>
    </message>
    <message>
        <source>No more substance-use records</source>
        <translation>Ya no ver registros de sustancias</translation>
    </message>
    <message>
        <source>Let see substance-use records</source>
        <translation>Permitir ver registros de sustancias</translation>
    </message>
    <message>
        <source>Somebody who holds these keys gives them: the row “Waiting for keys” on their desk People.</source>
        <translation>Las da alguien que tiene estas llaves: la línea «Espera llaves» en su mesa Personas.</translation>
    </message>
    <message>
        <source>This workstation was enrolled again, and every password before that ended. With a new code the person chooses another one; then the keys have to be given again.</source>
        <translation>Este equipo se inscribió de nuevo y todas las contraseñas anteriores terminaron. Con un código nuevo la persona elige otra; después hay que volver a darle las llaves.</translation>
    </message>
    <message>
        <source>The code was not used in time. A new one costs nothing.</source>
        <translation>El código no se usó a tiempo. Uno nuevo no cuesta nada.</translation>
    </message>
    <message>
        <source>Let try again: after too many wrong passwords the account is closed on this workstation. This opens it again, with the same password.</source>
        <translation>Dejar intentar otra vez: después de demasiadas contraseñas equivocadas la cuenta se cierra en este equipo. Esto la abre de nuevo, con la misma contraseña.</translation>
    </message>
</context>
<context>
    <name>ActPanel</name>
    <message>
        <source>Make a new code</source>
        <translation>Hacer un código nuevo</translation>
    </message>
    <message>
        <source>New code for {name}</source>
        <translation>Código nuevo para {name}</translation>
    </message>
    <message>
        <source>The code handed out before stops working. The new one works for 72 hours.</source>
        <translation>El código entregado antes deja de servir. El nuevo sirve durante 72 horas.</translation>
    </message>
    <message>
        <source>The old password ends now. With the new code the person chooses another one within 72 hours. Afterwards somebody who holds the keys has to give them again.</source>
        <translation>La contraseña anterior deja de valer ahora. Con el código nuevo la persona elige otra dentro de 72 horas. Después, alguien que tiene las llaves debe dárselas otra vez.</translation>
    </message>
    <message>
        <source>End the account of {name}</source>
        <translation>Terminar la cuenta de {name}</translation>
    </message>
    <message>
        <source>End account</source>
        <translation>Terminar la cuenta</translation>
    </message>
    <message>
        <source>From now on this person cannot sign in. Their forms, plans and signatures stay. What they copied or printed before stays readable. A nurse manager then makes new keys, so that nothing written later opens with the old ones. An ended account is never opened again: add the person anew instead.</source>
        <translation>Desde ahora esta persona no puede entrar. Sus formularios, planes y firmas quedan. Lo que copió o imprimió antes se puede seguir leyendo. Después, una jefa de enfermería hace llaves nuevas, para que nada escrito más tarde se abra con las anteriores. Una cuenta terminada no se abre nunca más: agregue a la persona de nuevo.</translation>
    </message>
</context>
<context>
    <name>AddBar</name>
    <message>
        <source>Add another</source>
        <translation>Agregar otro</translation>
    </message>
    <message>
        <source>Add another: {title}</source>
        <translation>Agregar otro: {title}</translation>
    </message>
    <message>
        <source>No more can be added here.</source>
        <translation>Aquí no se puede agregar más.</translation>
    </message>
</context>
<context>
    <name>AddPanel</name>
    <message>
        <source>Add a person</source>
        <translation>Agregar a una persona</translation>
    </message>
    <message>
        <source>Add and make a code</source>
        <translation>Agregar y hacer un código</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Nombre para entrar</translation>
    </message>
    <message>
        <source>Typed at each sign-in. Short, and no one else&apos;s.</source>
        <translation>Se escribe en cada entrada. Corto y de nadie más.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>Type the person&apos;s name.</source>
        <translation>Escriba el nombre de la persona.</translation>
    </message>
    <message>
        <source>Type a sign-in name.</source>
        <translation>Escriba un nombre para entrar.</translation>
    </message>
    <message>
        <source>Choose a role.</source>
        <translation>Elija una función.</translation>
    </message>
</context>
<context>
    <name>Afterwards</name>
    <message>
        <source>Given on paper</source>
        <translation>Entregada en papel</translation>
    </message>
    <message>
        <source>We keep it for the person</source>
        <translation>Se la guardamos</translation>
    </message>
    <message>
        <source>Not wanted</source>
        <translation>No la quiere</translation>
    </message>
    <message>
        <source>Told by phone</source>
        <translation>Avisado por teléfono</translation>
    </message>
    <message>
        <source>Told in writing</source>
        <translation>Avisado por escrito</translation>
    </message>
    <message>
        <source>Told in person</source>
        <translation>Avisado en persona</translation>
    </message>
    <message>
        <source>The person&apos;s copy</source>
        <translation>La copia de la persona</translation>
    </message>
    <message>
        <source>The person&apos;s copy: {how}, {moment}</source>
        <translation>La copia de la persona: {how}, {moment}</translation>
    </message>
    <message>
        <source>To be told: {partner}</source>
        <translation>Falta avisar: {partner}</translation>
    </message>
    <message>
        <source>{partner}: {how}, {moment}</source>
        <translation>{partner}: {how}, {moment}</translation>
    </message>
</context>
<context>
    <name>AlarmPanel</name>
    <message>
        <source>Confirm the restore</source>
        <translation>Confirmar la restauración</translation>
    </message>
    <message>
        <source>Confirm only if a backup was put back here on purpose. What was written after it is not in this store; the store from before is kept in the data folder. If nobody restored anything, call whoever looks after this computer instead.</source>
        <translation>Confirme solo si aquí se puso a propósito una copia de seguridad. Lo escrito después de ella no está en este almacén; el almacén anterior se conserva en la carpeta de datos. Si nadie restauró nada, llame en cambio a quien cuida este equipo.</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>Sign-in name of a second person</source>
        <translation>Nombre de entrada de una segunda persona</translation>
    </message>
    <message>
        <source>A colleague with an account here, at this screen now.</source>
        <translation>Un colega con cuenta aquí, ahora ante esta pantalla.</translation>
    </message>
    <message>
        <source>Password of the second person</source>
        <translation>Contraseña de la segunda persona</translation>
    </message>
    <message>
        <source>Entries of the audit trail seen before: {seen}. Now: {now}.</source>
        <translation>Entradas del registro de auditoría vistas antes: {seen}. Ahora: {now}.</translation>
    </message>
    <message>
        <source>Records and logs of which something newer was saved and signed for than is here: {records}.</source>
        <translation>Registros y listas firmadas de los que se guardó y firmó algo más nuevo que lo que hay aquí: {records}.</translation>
    </message>
    <message>
        <source>This is still empty.</source>
        <translation>Esto todavía está vacío.</translation>
    </message>
</context>
<context>
    <name>AlertPanel</name>
    <message>
        <source>What it is about</source>
        <translation>De qué se trata</translation>
    </message>
    <message>
        <source>Each attempt is kept with its time and who was called.</source>
        <translation>Cada intento se guarda con la hora y a quién se llamó.</translation>
    </message>
    <message>
        <source>Go to the hand-off</source>
        <translation>Ir al aviso al clínico</translation>
    </message>
    <message>
        <source>Hand-off open. Complete waits for it.</source>
        <translation>Aviso al clínico pendiente. No se puede completar sin él.</translation>
    </message>
</context>
<context>
    <name>AlertReader</name>
    <message>
        <source>Question {number}</source>
        <translation>Pregunta {number}</translation>
    </message>
    <message>
        <source>Told {name}, {how}, {time}</source>
        <translation>Se avisó a {name}, {how}, {time}</translation>
    </message>
    <message>
        <source>{time}, {how}: not reached. {said}</source>
        <translation>{time}, {how}: sin respuesta. {said}</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>en persona</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>por teléfono</translation>
    </message>
    <message>
        <source>by page</source>
        <translation>por bíper</translation>
    </message>
</context>
<context>
    <name>AmendPanel</name>
    <message>
        <source>Start an amendment</source>
        <translation>Empezar una enmienda</translation>
    </message>
    <message>
        <source>Start the amendment</source>
        <translation>Empezar la enmienda</translation>
    </message>
    <message>
        <source>The signed form stays as it is. The amendment names it, with this reason, and is signed off again.</source>
        <translation>El formulario firmado queda como está. La enmienda lo nombra, con este motivo, y se firma de nuevo.</translation>
    </message>
    <message>
        <source>Assessment</source>
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>Safety plan</source>
        <translation>Plan de seguridad</translation>
    </message>
    <message>
        <source>Other form</source>
        <translation>Otro formulario</translation>
    </message>
    <message>
        <source>Which form?</source>
        <translation>¿Qué formulario?</translation>
    </message>
    <message>
        <source>Why does it change?</source>
        <translation>¿Por qué cambia?</translation>
    </message>
</context>
<context>
    <name>AnswerCard</name>
    <message>
        <source>Comment on {number}</source>
        <translation>Comentar la {number}</translation>
    </message>
    <message>
        <source>{number} {question}</source>
        <translation>{number} {question}</translation>
    </message>
    <message>
        <source>Changed since you last saw it</source>
        <translation>Cambió desde la última vez que la vio</translation>
    </message>
    <message>
        <source>Picture: {name}</source>
        <translation>Imagen: {name}</translation>
    </message>
    <message>
        <source>No one reached, {how} {time}</source>
        <translation>No se encontró a nadie, {how} {time}</translation>
    </message>
    <message>
        <source>Told {who}, {how} {time}</source>
        <translation>Se avisó a {who}, {how} {time}</translation>
    </message>
    <message>
        <source>What should be looked at again?</source>
        <translation>¿Qué se debe mirar otra vez?</translation>
    </message>
    <message>
        <source>Your comment</source>
        <translation>Su comentario</translation>
    </message>
    <message>
        <source>Add comment</source>
        <translation>Agregar comentario</translation>
    </message>
</context>
<context>
    <name>Answered</name>
    <message>
        <source>Witness: {name}</source>
        <translation>Testigo: {name}</translation>
    </message>
    <message>
        <source>Taken back {moment}, {how}. Nothing more is shared with this paper.</source>
        <translation>Retirado {moment}, {how}. Con este papel ya no se comparte nada más.</translation>
    </message>
</context>
<context>
    <name>AppointmentsEditor</name>
    <message>
        <source>Appointments and who to call</source>
        <translation>Citas y a quién llamar</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>What or who</source>
        <translation>Qué o con quién</translation>
    </message>
    <message>
        <source>Add this date</source>
        <translation>Agregar esta cita</translation>
    </message>
    <message>
        <source>Who to call</source>
        <translation>A quién llamar</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Printed large on the first page and on the wallet card</source>
        <translation>Se imprime en grande en la primera página y en la tarjeta</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Número</translation>
    </message>
    <message>
        <source>Dates to keep</source>
        <translation>Citas</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Dónde</translation>
    </message>
    <message>
        <source>Number to call about it</source>
        <translation>Número para consultas</translation>
    </message>
    <message>
        <source>No date yet</source>
        <translation>Aún sin citas</translation>
    </message>
    <message>
        <source>Say what or who the date is for.</source>
        <translation>Diga para qué o con quién es la cita.</translation>
    </message>
    <message>
        <source>Add the day and the time.</source>
        <translation>Agregue el día y la hora.</translation>
    </message>
    <message>
        <source>The date is in the packet.</source>
        <translation>La cita está en el paquete.</translation>
    </message>
    <message>
        <source>Removed. Undo brings it back.</source>
        <translation>Se quitó. Deshacer la recupera.</translation>
    </message>
</context>
<context>
    <name>AttachmentEditor</name>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Photo from a file</source>
        <translation>Foto de un archivo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>{action}: {question}</source>
        <translation>{action}: {question}</translation>
    </message>
    <message>
        <source>This file is too large. At most {most}.</source>
        <translation>Este archivo es demasiado grande. Como máximo {most}.</translation>
    </message>
    <message>
        <source>This kind of file cannot be used here. These can: {kinds}</source>
        <translation>Este tipo de archivo no se puede usar aquí. Sí se pueden usar: {kinds}</translation>
    </message>
    <message>
        <source>The name of this file ends in {ending}, but its content is something else. Nothing was taken. Choose another file.</source>
        <translation>El nombre de este archivo termina en {ending}, pero su contenido es otra cosa. No se tomó nada. Elija otro archivo.</translation>
    </message>
    <message>
        <source>What kind of file this is cannot be told. Nothing was taken. Choose a picture, a PDF or plain text.</source>
        <translation>No se reconoce qué tipo de archivo es. No se tomó nada. Elija una imagen, un PDF o texto simple.</translation>
    </message>
    <message>
        <source>A picture of this kind may say where it was taken and by whom, and that cannot be taken out. Nothing was kept. Save it as JPEG or PNG and choose that.</source>
        <translation>Una imagen de este tipo puede decir dónde y quién la tomó, y eso no se puede quitar. No se guardó nada. Guárdela como JPEG o PNG y elija esa.</translation>
    </message>
    <message>
        <source>This file is empty. Nothing was taken. Choose another one.</source>
        <translation>Este archivo está vacío. No se tomó nada. Elija otro.</translation>
    </message>
    <message>
        <source>This file cannot be read. Choose another one.</source>
        <translation>Este archivo no se puede leer. Elija otro.</translation>
    </message>
    <message>
        <source>Picture: {name}</source>
        <translation>Imagen: {name}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Archivo</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} KB</source>
        <translation>{size} KB</translation>
    </message>
    <message>
        <source>At most {most}.</source>
        <translation>Como máximo {most}.</translation>
    </message>
    <message>
        <source>Of a photo the picture is kept, not its place, device or time.</source>
        <translation>De una foto se guarda la imagen, no el lugar, el aparato ni la hora.</translation>
    </message>
    <message>
        <source>The file was removed.</source>
        <translation>Se quitó el archivo.</translation>
    </message>
</context>
<context>
    <name>AttemptPanel</name>
    <message>
        <source>Save attempt</source>
        <translation>Guardar intento</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Hora del intento</translation>
    </message>
    <message>
        <source>Try again in</source>
        <translation>Intentar otra vez en</translation>
    </message>
    <message>
        <source>30 min</source>
        <translation>30 min</translation>
    </message>
    <message>
        <source>1 h</source>
        <translation>1 h</translation>
    </message>
    <message>
        <source>4 h</source>
        <translation>4 h</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 día</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>How did it go?</source>
        <translation>¿Cómo fue?</translation>
    </message>
    <message>
        <source>We spoke</source>
        <translation>Hablamos</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
    <message>
        <source>Not here</source>
        <translation>No está</translation>
    </message>
    <message>
        <source>What came of it</source>
        <translation>Qué resultó</translation>
    </message>
    <message>
        <source>How it was tried</source>
        <translation>Cómo se intentó</translation>
    </message>
    <message>
        <source>Log attempt: {alias}</source>
        <translation>Anotar intento: {alias}</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Elija una opción.</translation>
    </message>
</context>
<context>
    <name>AutocompleteEditor</name>
    <message>
        <source>Answers to search in: {count}</source>
        <translation>Respuestas en las que buscar: {count}</translation>
    </message>
    <message>
        <source>Chosen: {answer}</source>
        <translation>Elegido: {answer}</translation>
    </message>
</context>
<context>
    <name>BackupsController</name>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
</context>
<context>
    <name>BackupsView</name>
    <message>
        <source>Backups</source>
        <translation>Copias de seguridad</translation>
    </message>
    <message>
        <source>Choose where first</source>
        <translation>Elija primero dónde</translation>
    </message>
    <message>
        <source>No backup yet</source>
        <translation>Aún no hay copia</translation>
    </message>
    <message>
        <source>In the folder</source>
        <translation>En la carpeta</translation>
    </message>
    <message>
        <source>What was tried</source>
        <translation>Lo que se intentó</translation>
    </message>
    <message>
        <source>No backups yet</source>
        <translation>Aún no hay copias</translation>
    </message>
    <message>
        <source>When this computer breaks, a backup is all there is. Choose a folder on another drive; from then on one is made every day and checked.</source>
        <translation>Si este equipo falla, la copia de seguridad es lo único que queda. Elija una carpeta en otra unidad; desde entonces se hace una cada día y se revisa.</translation>
    </message>
    <message>
        <source>This store is older than what was seen of it</source>
        <translation>Este almacén es más antiguo que lo que se vio de él</translation>
    </message>
    <message>
        <source>It was put back from a copy, or something was taken out of it. Reading and drafts go on; signing, release and deletion wait until two people confirm, one of them an administrator.</source>
        <translation>Se puso de nuevo desde una copia, o se quitó algo de él. La lectura y los borradores siguen; las firmas, las entregas y los borrados esperan hasta que dos personas confirmen, una de ellas administrador.</translation>
    </message>
    <message>
        <source>Confirm with two people</source>
        <translation>Confirmar entre dos personas</translation>
    </message>
    <message>
        <source>How a backup is made</source>
        <translation>Cómo se hace una copia</translation>
    </message>
    <message>
        <source>The sealed store is copied while work goes on, opened and checked, brought to the folder and read back there. Only then an older one goes. One of each of the last 14 days stays.</source>
        <translation>El almacén sellado se copia mientras se trabaja, se abre y se revisa, se lleva a la carpeta y allí se lee de nuevo. Solo entonces se quita una anterior. Queda una de cada uno de los últimos 14 días.</translation>
    </message>
    <message>
        <source>To put a backup in the place of the store, open it in the list. What is there now is kept aside. Where the store does not open, the page that says so offers the same.</source>
        <translation>Para poner una copia en el lugar del almacén, ábrala en la lista. Lo que hay ahora queda guardado aparte. Si el almacén no se abre, la página que lo dice ofrece lo mismo.</translation>
    </message>
    <message>
        <source>Where and when</source>
        <translation>Dónde y cuándo</translation>
    </message>
    <message>
        <source>Try a restore</source>
        <translation>Probar una restauración</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>Hacer una copia ahora</translation>
    </message>
    <message>
        <source>Looking at the folder</source>
        <translation>Mirando la carpeta</translation>
    </message>
    <message>
        <source>No backup was made yet</source>
        <translation>Aún no se hizo ninguna copia</translation>
    </message>
    <message>
        <source>Last backup: {at}</source>
        <translation>Última copia: {at}</translation>
    </message>
    <message>
        <source>Daily from {hour}:00</source>
        <translation>Cada día desde las {hour}:00</translation>
    </message>
    <message>
        <source>Only when someone presses Back up now</source>
        <translation>Solo cuando alguien pulsa Hacer una copia ahora</translation>
    </message>
    <message>
        <source>The folder is not there now. Connect its drive.</source>
        <translation>La carpeta no está ahora. Conecte su unidad.</translation>
    </message>
    <message>
        <source>Its numbers are missing</source>
        <translation>Faltan sus números</translation>
    </message>
</context>
<context>
    <name>Busy</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>CannotSign</name>
    <message>
        <source>Cannot sign</source>
        <translation>No puede firmar</translation>
    </message>
    <message>
        <source>Says yes out loud, with a witness</source>
        <translation>Dice que sí en voz alta, con testigo</translation>
    </message>
    <message>
        <source>Makes a mark, with a witness</source>
        <translation>Hace una marca, con testigo</translation>
    </message>
    <message>
        <source>Guardian or representative signs</source>
        <translation>Firma el tutor o representante</translation>
    </message>
    <message>
        <source>Says yes on the phone</source>
        <translation>Dice que sí por teléfono</translation>
    </message>
    <message>
        <source>Witness, name and role</source>
        <translation>Testigo, nombre y función</translation>
    </message>
    <message>
        <source>By what right, such as mother or legal guardian</source>
        <translation>Con qué derecho, por ejemplo madre o tutor legal</translation>
    </message>
    <message>
        <source>Second witness, name and role</source>
        <translation>Segundo testigo, nombre y función</translation>
    </message>
    <message>
        <source>Whose record it is, printed name</source>
        <translation>De quién es el expediente, nombre en letra de molde</translation>
    </message>
</context>
<context>
    <name>CapacityFields</name>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
</context>
<context>
    <name>CardExtras</name>
    <message>
        <source>Instructions: {words}</source>
        <translation>Instrucciones: {words}</translation>
    </message>
    <message>
        <source>Security: {words}</source>
        <translation>Seguridad: {words}</translation>
    </message>
    <message>
        <source>Known here: {words}</source>
        <translation>Se sabe aquí: {words}</translation>
    </message>
    <message>
        <source>Legal note: {words}</source>
        <translation>Nota legal: {words}</translation>
    </message>
</context>
<context>
    <name>CardNotes</name>
    <message>
        <source>{name}, {when}: open</source>
        <translation>{name}, {when}: abierto</translation>
    </message>
    <message>
        <source>{name}, {when}: settled</source>
        <translation>{name}, {when}: resuelto</translation>
    </message>
</context>
<context>
    <name>CarryPanel</name>
    <message>
        <source>A new draft is begun with what carries over. A completed form stays as it is, in its own version. A draft is closed; it can be read, and you can go back to it.</source>
        <translation>Se empieza un borrador nuevo con lo que pasa. Un formulario completo queda como está, en su propia versión. Un borrador se cierra; se puede leer, y usted puede volver a él.</translation>
    </message>
    <message>
        <source>Carry answers to {version}</source>
        <translation>Pasar respuestas a {version}</translation>
    </message>
    <message>
        <source>Begin {version}</source>
        <translation>Comenzar {version}</translation>
    </message>
    <message>
        <source>From {source} to {target}: answers that carry over: {count}.</source>
        <translation>De {source} a {target}: respuestas que se pasan: {count}.</translation>
    </message>
    <message>
        <source>Not carried over</source>
        <translation>No se pasan</translation>
    </message>
    <message>
        <source>Carried over under other words (check them)</source>
        <translation>Se pasan con otras palabras (revíselas)</translation>
    </message>
    <message>
        <source>Carried over</source>
        <translation>Se pasan</translation>
    </message>
</context>
<context>
    <name>ChoiceEditor</name>
    <message>
        <source>“{answer}” cannot stand beside: {others}. Those were taken back.</source>
        <translation>“{answer}” no puede ir junto con: {others}. Se quitaron.</translation>
    </message>
</context>
<context>
    <name>ChooseBackup</name>
    <message>
        <source>Folder with backups</source>
        <translation>Carpeta con copias</translation>
    </message>
    <message>
        <source>One backup</source>
        <translation>Una copia</translation>
    </message>
    <message>
        <source>Backups of Firstlight (*.backup);;All files (*)</source>
        <translation>Copias de Firstlight (*.backup);;Todos los archivos (*)</translation>
    </message>
</context>
<context>
    <name>ChooseFiles</name>
    <message>
        <source>Load the forms of a folder</source>
        <translation>Cargar los formularios de una carpeta</translation>
    </message>
    <message>
        <source>Load a form</source>
        <translation>Cargar un formulario</translation>
    </message>
    <message>
        <source>FHIR JSON (*.json)</source>
        <translation>JSON de FHIR (*.json)</translation>
    </message>
</context>
<context>
    <name>ChooseFolder</name>
    <message>
        <source>Folder for backups</source>
        <translation>Carpeta de copias</translation>
    </message>
</context>
<context>
    <name>ClosePanel</name>
    <message>
        <source>A closed case takes nothing new. What is kept stays as it is.</source>
        <translation>A un caso cerrado no se le agrega nada. Lo guardado queda como está.</translation>
    </message>
    <message>
        <source>Why does it close?</source>
        <translation>¿Por qué se cierra?</translation>
    </message>
    <message>
        <source>Close the case of {alias}</source>
        <translation>Cerrar el caso de {alias}</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Elija una opción.</translation>
    </message>
    <message>
        <source>Choose a reason.</source>
        <translation>Elija un motivo.</translation>
    </message>
</context>
<context>
    <name>ClosingPage</name>
    <message>
        <source>Making today&apos;s backup</source>
        <translation>Haciendo la copia de hoy</translation>
    </message>
    <message>
        <source>The keys are forgotten already and nothing can be read any more. Firstlight closes by itself when the backup is made and checked.</source>
        <translation>Las llaves ya se olvidaron y no se puede leer nada más. Firstlight se cierra solo cuando la copia esté hecha y revisada.</translation>
    </message>
    <message>
        <source>Close without a backup</source>
        <translation>Cerrar sin hacer la copia</translation>
    </message>
</context>
<context>
    <name>CodePanel</name>
    <message>
        <source>I have handed it over</source>
        <translation>Ya lo entregué</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>One-time code for {name}</source>
        <translation>Código de un solo uso para {name}</translation>
    </message>
    <message>
        <source>It is shown only now. Give it to {name} in person: at sign-in, “I cannot sign in”, with the sign-in name {sign_in_name}.</source>
        <translation>Se muestra solo ahora. Entréguelo a {name} en persona: al entrar, «No puedo entrar», con el nombre {sign_in_name}.</translation>
    </message>
    <message>
        <source>It works once, until {moment}. If it is lost, make a new one.</source>
        <translation>Sirve una vez, hasta {moment}. Si se pierde, haga otro.</translation>
    </message>
</context>
<context>
    <name>CodeRetyping</name>
    <message>
        <source>A code from one paper</source>
        <translation>Un código de un papel</translation>
    </message>
    <message>
        <source>A code from another paper</source>
        <translation>Un código de otro papel</translation>
    </message>
    <message>
        <source>This is the same code as above. Take another paper.</source>
        <translation>Es el mismo código de arriba. Tome otro papel.</translation>
    </message>
    <message>
        <source>This is code {number}.</source>
        <translation>Es el código {number}.</translation>
    </message>
    <message>
        <source>Capitals, spaces and hyphens do not matter.</source>
        <translation>No importan las mayúsculas, los espacios ni los guiones.</translation>
    </message>
    <message>
        <source>This is none of the three codes. Compare it group by group.</source>
        <translation>No es ninguno de los tres códigos. Compárelo grupo por grupo.</translation>
    </message>
    <message>
        <source>Group {group} is not right. Compare it with the paper.</source>
        <translation>El grupo {group} no es correcto. Compárelo con el papel.</translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <source>Show the codes again</source>
        <translation>Mostrar los códigos otra vez</translation>
    </message>
    <message>
        <source>Print on separate sheets</source>
        <translation>Imprimir en hojas separadas</translation>
    </message>
    <message>
        <source>They are on paper</source>
        <translation>Ya están en papel</translation>
    </message>
    <message>
        <source>I have kept them</source>
        <translation>Ya los guardé</translation>
    </message>
    <message>
        <source>Three recovery codes</source>
        <translation>Tres códigos de recuperación</translation>
    </message>
    <message>
        <source>Any two of them open this store when passwords or the key of this workstation are lost. Write each on its own paper and keep the papers apart, with different people.</source>
        <translation>Dos cualesquiera abren este almacén si se pierden las contraseñas o la llave de este equipo. Escriba cada uno en su propio papel y guarde los papeles por separado, con personas distintas.</translation>
    </message>
    <message>
        <source>Code {number}</source>
        <translation>Código {number}</translation>
    </message>
    <message>
        <source>A one-time code for each person</source>
        <translation>Un código de un solo uso para cada persona</translation>
    </message>
    <message>
        <source>Give each person their own slip. A code works once, within 72 hours, on this workstation: sign-in page, I cannot sign in.</source>
        <translation>Dé a cada persona su propio papel. Un código sirve una vez, dentro de 72 horas, en este equipo: página de entrada, No puedo entrar.</translation>
    </message>
    <message>
        <source>{name}, sign-in name {sign_in_name}</source>
        <translation>{name}, nombre de entrada {sign_in_name}</translation>
    </message>
    <message>
        <source>Print these codes now</source>
        <translation>Imprima estos códigos ahora</translation>
    </message>
    <message>
        <source>Write these codes down now</source>
        <translation>Anote estos códigos ahora</translation>
    </message>
    <message>
        <source>Check your papers</source>
        <translation>Revise sus papeles</translation>
    </message>
    <message>
        <source>They are shown once and cannot be looked up later, by anyone.</source>
        <translation>Se muestran una sola vez y después nadie los puede consultar.</translation>
    </message>
    <message>
        <source>Two different people each type the recovery code from their own sheet. The slips with the one-time codes should be on paper too: after this nothing is shown again.</source>
        <translation>Dos personas distintas escriben cada una el código de recuperación de su propia hoja. Los códigos de un solo uso también deben estar en papel: después no se muestra nada más.</translation>
    </message>
    <message>
        <source>Three recovery codes and a one-time code for each person go straight to the printer {printer}, each on its own sheet, without a file. They cannot be looked up later, by anyone. Stand beside the printer, and give each recovery sheet to another person.</source>
        <translation>Tres códigos de recuperación y un código de un solo uso para cada persona van directamente a la impresora {printer}, cada uno en su hoja, sin archivo. Nadie puede consultarlos después. Quédese junto a la impresora y dé cada hoja de recuperación a una persona distinta.</translation>
    </message>
    <message>
        <source>The print system of this computer keeps printed pages on its disk: ask IT to set “PreserveJobFiles No” first, or write the codes down from the screen.</source>
        <translation>El sistema de impresión de este equipo guarda las páginas impresas en su disco: pida antes a informática que ponga «PreserveJobFiles No», o anote los códigos de la pantalla.</translation>
    </message>
    <message>
        <source>Show them on the screen instead</source>
        <translation>Mostrarlos en la pantalla</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Opens when two codes are typed right</source>
        <translation>Se abre cuando dos códigos están bien escritos</translation>
    </message>
</context>
<context>
    <name>CommentThread</name>
    <message>
        <source>{name}, {time}</source>
        <translation>{name}, {time}</translation>
    </message>
    <message>
        <source>Settled</source>
        <translation>Resuelto</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>Reply or ask</source>
        <translation>Responda o pregunte</translation>
    </message>
    <message>
        <source>Reply to {name}</source>
        <translation>Responder a {name}</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>Settle</source>
        <translation>Resolver</translation>
    </message>
</context>
<context>
    <name>CompactBar</name>
    <message>
        <source>{section}, {number} of {total}</source>
        <translation>{section}, {number} de {total}</translation>
    </message>
    <message>
        <source>Alerts open: {count}</source>
        <translation>Alertas abiertas: {count}</translation>
    </message>
    <message>
        <source>Score withheld: {missing} of {total} missing</source>
        <translation>Puntaje sin calcular: sin respuesta {missing} de {total}</translation>
    </message>
    <message>
        <source>{count} missing</source>
        <translation>Faltan: {count}</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
</context>
<context>
    <name>Completing</name>
    <message>
        <source>An alert is open. Record the hand-off, then complete.</source>
        <translation>Hay una alerta abierta. Anote el aviso al clínico y luego complete.</translation>
    </message>
    <message>
        <source>1 question needs an answer or a reason. What you answered is kept.</source>
        <translation>1 pregunta necesita una respuesta o un motivo. Lo contestado está guardado.</translation>
    </message>
    <message>
        <source>{count} questions need an answer or a reason. What you answered is kept.</source>
        <translation>{count} preguntas necesitan una respuesta o un motivo. Lo contestado está guardado.</translation>
    </message>
    <message>
        <source>Complete. You can still correct it until it is signed off.</source>
        <translation>Completo. Todavía se puede corregir hasta que se firme.</translation>
    </message>
    <message>
        <source>Complete. You can still correct it until it is signed off. 1 answer to a question that is no longer asked was left out.</source>
        <translation>Completo. Puede corregirlo hasta que se firme. Se dejó fuera 1 respuesta a una pregunta que ya no se hace.</translation>
    </message>
    <message>
        <source>Complete. You can still correct it until it is signed off. {count} answers to questions that are no longer asked were left out.</source>
        <translation>Completo. Puede corregirlo hasta que se firme. Se dejaron fuera {count} respuestas a preguntas que ya no se hacen.</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>Your password again</source>
        <translation>Su contraseña otra vez</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>It then counts for five minutes, until the screen is covered or locked.</source>
        <translation>Después vale cinco minutos, hasta que se cubra o se bloquee la pantalla.</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Confirmar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>Checking the password</source>
        <translation>Comprobando la contraseña</translation>
    </message>
    <message>
        <source>You are about to sign off this visit for good.</source>
        <translation>Va a firmar esta visita de forma definitiva.</translation>
    </message>
    <message>
        <source>You are about to give keys that open records.</source>
        <translation>Está por dar llaves que abren registros.</translation>
    </message>
    <message>
        <source>You are about to change an account or what it may do.</source>
        <translation>Está por cambiar una cuenta o lo que esta puede hacer.</translation>
    </message>
    <message>
        <source>You are about to open somebody else&apos;s case.</source>
        <translation>Va a abrir el caso de otra persona.</translation>
    </message>
    <message>
        <source>You are about to release substance use treatment notes.</source>
        <translation>Va a entregar notas sobre tratamiento por consumo de sustancias.</translation>
    </message>
    <message>
        <source>You are about to write a file that shows what is in it to anybody who has it.</source>
        <translation>Va a guardar un archivo que cualquiera que lo tenga puede leer.</translation>
    </message>
    <message>
        <source>You are about to decide about somebody&apos;s data.</source>
        <translation>Va a decidir sobre los datos de una persona.</translation>
    </message>
    <message>
        <source>You are about to make new recovery codes.</source>
        <translation>Va a crear códigos de recuperación nuevos.</translation>
    </message>
    <message>
        <source>You are about to leave, so that a backup can take the place of this store.</source>
        <translation>Está por salir, para que una copia ocupe el lugar de este almacén.</translation>
    </message>
    <message>
        <source>You have been signed in for almost twelve hours and want to stay.</source>
        <translation>Lleva casi doce horas en la sesión y quiere seguir.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Escriba su contraseña.</translation>
    </message>
</context>
<context>
    <name>ConsentActions</name>
    <message>
        <source>Cannot sign</source>
        <translation>No puede firmar</translation>
    </message>
    <message>
        <source>No, do not share</source>
        <translation>No, no compartir</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Back to signing</source>
        <translation>Volver a la firma</translation>
    </message>
    <message>
        <source>Set the scope right first</source>
        <translation>Corrija primero qué se comparte</translation>
    </message>
    <message>
        <source>Say how first</source>
        <translation>Diga primero cómo</translation>
    </message>
    <message>
        <source>Record spoken yes</source>
        <translation>Anotar el sí de palabra</translation>
    </message>
    <message>
        <source>Record mark</source>
        <translation>Anotar la marca</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>The text does not say all that it must</source>
        <translation>El texto no dice todo lo que debe</translation>
    </message>
    <message>
        <source>The hospital has not approved this text</source>
        <translation>El hospital no ha aprobado este texto</translation>
    </message>
    <message>
        <source>Show the {language} text first</source>
        <translation>Muestre primero el texto en {language}</translation>
    </message>
    <message>
        <source>Ask later</source>
        <translation>Preguntar más tarde</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Retirar</translation>
    </message>
    <message>
        <source>Keep the consent</source>
        <translation>Conservar el consentimiento</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Retirarlo</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Preguntar otra vez</translation>
    </message>
    <message>
        <source>Safety plan</source>
        <translation>Plan de seguridad</translation>
    </message>
</context>
<context>
    <name>ConsentController</name>
    <message>
        <source>Consents</source>
        <translation>Consentimientos</translation>
    </message>
</context>
<context>
    <name>ConsentTab</name>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
</context>
<context>
    <name>ConsentTabs</name>
    <message>
        <source>Consents</source>
        <translation>Consentimientos</translation>
    </message>
</context>
<context>
    <name>ConsentView</name>
    <message>
        <source>Consent</source>
        <translation>Consentimiento</translation>
    </message>
    <message>
        <source>The hospital has not approved this text (version {version}), so no signature can be taken. No and Ask later are kept as always. An administrator approves it on the Texts desk.</source>
        <translation>El hospital no ha aprobado este texto (versión {version}), así que no se puede firmar. No y Preguntar más tarde se guardan como siempre. Un administrador lo aprueba en Textos.</translation>
    </message>
</context>
<context>
    <name>ConsentWords</name>
    <message>
        <source>Take part</source>
        <translation>Participar</translation>
    </message>
    <message>
        <source>Call after discharge</source>
        <translation>Llamar tras el alta</translation>
    </message>
    <message>
        <source>Photographs</source>
        <translation>Fotografías</translation>
    </message>
    <message>
        <source>Studies</source>
        <translation>Estudios</translation>
    </message>
    <message>
        <source>Share: {partner}</source>
        <translation>Compartir: {partner}</translation>
    </message>
    <message>
        <source>Treatment records: {partner}</source>
        <translation>Datos de tratamiento: {partner}</translation>
    </message>
    <message>
        <source>Asking now</source>
        <translation>Se pregunta</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Pendiente</translation>
    </message>
    <message>
        <source>Ended {day}</source>
        <translation>Terminó: {day}</translation>
    </message>
    <message>
        <source>Yes, {day}</source>
        <translation>Sí, {day}</translation>
    </message>
    <message>
        <source>Spoken yes, {day}</source>
        <translation>Sí de palabra, {day}</translation>
    </message>
    <message>
        <source>Said no, {day}</source>
        <translation>Dijo que no, {day}</translation>
    </message>
    <message>
        <source>Ask later, said {day}</source>
        <translation>Dijo más tarde, {day}</translation>
    </message>
    <message>
        <source>Taken back, {day}</source>
        <translation>Retirado, {day}</translation>
    </message>
    <message>
        <source>today</source>
        <translation>hoy</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>in person</source>
        <translation>en persona</translation>
    </message>
    <message>
        <source>in writing</source>
        <translation>por escrito</translation>
    </message>
    <message>
        <source>by phone</source>
        <translation>por teléfono</translation>
    </message>
    <message>
        <source>Kept as a spoken yes. It opens nothing until there is a signature.</source>
        <translation>Se guardó como un sí de palabra. No abre nada hasta que haya una firma.</translation>
    </message>
    <message>
        <source>Kept as a spoken yes. {partner} is told nothing until there is a signature.</source>
        <translation>Se guardó como un sí de palabra. No se dice nada a {partner} hasta que haya una firma.</translation>
    </message>
    <message>
        <source>Signed by {name}, {moment}</source>
        <translation>Firma de {name}, {moment}</translation>
    </message>
    <message>
        <source>Mark of {name}, {moment}</source>
        <translation>Marca de {name}, {moment}</translation>
    </message>
    <message>
        <source>Signed by {name} ({authority}), {moment}</source>
        <translation>Firma de {name} ({authority}), {moment}</translation>
    </message>
    <message>
        <source>{name} said yes out loud, {moment}</source>
        <translation>{name} dijo que sí en voz alta, {moment}</translation>
    </message>
    <message>
        <source>{name} said yes by phone, {moment}</source>
        <translation>{name} dijo que sí por teléfono, {moment}</translation>
    </message>
</context>
<context>
    <name>ContactPanel</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Función</translation>
    </message>
    <message>
        <source>For example: psychiatry on call</source>
        <translation>Por ejemplo: psiquiatría de guardia</translation>
    </message>
    <message>
        <source>How to reach</source>
        <translation>Cómo comunicarse</translation>
    </message>
    <message>
        <source>A number or pager that is answered day and night.</source>
        <translation>Un número o localizador que se atiende de día y de noche.</translation>
    </message>
    <message>
        <source>For which alerts</source>
        <translation>Para qué alertas</translation>
    </message>
    <message>
        <source>None chosen: every alert.</source>
        <translation>Ninguna elegida: todas las alertas.</translation>
    </message>
    <message>
        <source>Remove this contact</source>
        <translation>Quitar este contacto</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Agregar un contacto</translation>
    </message>
    <message>
        <source>Change a contact</source>
        <translation>Cambiar un contacto</translation>
    </message>
    <message>
        <source>Save contact</source>
        <translation>Guardar contacto</translation>
    </message>
</context>
<context>
    <name>ContactsController</name>
    <message>
        <source>Contacts for alerts</source>
        <translation>Contactos para alertas</translation>
    </message>
</context>
<context>
    <name>ContactsView</name>
    <message>
        <source>Contacts for alerts</source>
        <translation>Contactos para alertas</translation>
    </message>
    <message>
        <source>No contacts yet</source>
        <translation>Aún no hay contactos</translation>
    </message>
    <message>
        <source>When an answer raises an alert, staff are offered the people listed here first. Until then they type a name.</source>
        <translation>Cuando una respuesta produce una alerta, se ofrecen primero las personas de esta lista. Mientras tanto se escribe un nombre.</translation>
    </message>
    <message>
        <source>What this list is for</source>
        <translation>Para qué sirve esta lista</translation>
    </message>
    <message>
        <source>Everybody who signs in here can read it. It names people on duty, never a patient. Each change is signed with your key and stands in the audit trail.</source>
        <translation>Puede leerla toda persona que entra aquí. Nombra a personal de guardia, nunca a un paciente. Cada cambio se firma con su llave y queda en el registro de auditoría.</translation>
    </message>
    <message>
        <source>Add a contact</source>
        <translation>Agregar un contacto</translation>
    </message>
    <message>
        <source>Every alert</source>
        <translation>Todas las alertas</translation>
    </message>
</context>
<context>
    <name>CountWords</name>
    <message>
        <source>{count} of {most} chosen, at least {least}</source>
        <translation>{count} de {most} elegidas, al menos {least}</translation>
    </message>
    <message>
        <source>{count} of {most} chosen</source>
        <translation>{count} de {most} elegidas</translation>
    </message>
    <message>
        <source>{count} chosen, at least {least}</source>
        <translation>{count} elegidas, al menos {least}</translation>
    </message>
    <message>
        <source>{line}. To choose another, take one back.</source>
        <translation>{line}. Para elegir otra, retire una.</translation>
    </message>
</context>
<context>
    <name>CoverView</name>
    <message>
        <source>Saving your work</source>
        <translation>Guardando su trabajo</translation>
    </message>
    <message>
        <source>Your work is saved</source>
        <translation>Su trabajo está guardado</translation>
    </message>
    <message>
        <source>Not saved yet: leave this computer on</source>
        <translation>Aún sin guardar: deje este equipo encendido</translation>
    </message>
    <message>
        <source>Something begun is not saved. Go on to save it, or leave once more to drop it.</source>
        <translation>Hay algo empezado sin guardar. Siga para guardarlo, o salga otra vez para descartarlo.</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Someone else signs in</source>
        <translation>Entra otra persona</translation>
    </message>
</context>
<context>
    <name>DateBox</name>
    <message>
        <source>YYYY-MM-DD</source>
        <translation>AAAA-MM-DD</translation>
    </message>
    <message>
        <source>Choose a date</source>
        <translation>Elija una fecha</translation>
    </message>
    <message>
        <source>Calendar</source>
        <translation>Calendario</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>Type a date like 2026-03-14, or leave it empty.</source>
        <translation>Escriba una fecha como 2026-03-14 o déjela vacía.</translation>
    </message>
</context>
<context>
    <name>DeskActions</name>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Cannot print</source>
        <translation>No se puede imprimir</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>Entregado</translation>
    </message>
    <message>
        <source>Save as file</source>
        <translation>Guardar como archivo</translation>
    </message>
    <message>
        <source>No printer is ready. Save as file, or ask IT</source>
        <translation>Ninguna impresora está lista. Guarde como archivo o avise a informática</translation>
    </message>
    <message>
        <source>{alias} is selected</source>
        <translation>Selección: {alias}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Imprimir otra vez</translation>
    </message>
    <message>
        <source>Print 1 page</source>
        <translation>Imprimir 1 página</translation>
    </message>
    <message numerus="yes">
        <source>Print %n pages</source>
        <translation>
            <numerusform>Imprimir %n página</numerusform>
            <numerusform>Imprimir %n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose a packet</source>
        <translation>Elija un paquete</translation>
    </message>
    <message>
        <source>Nothing to print</source>
        <translation>Nada que imprimir</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>The pages cannot be shown</source>
        <translation>No se pueden mostrar las páginas</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>Preparando las páginas</translation>
    </message>
</context>
<context>
    <name>DeskFrame</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardando</translation>
    </message>
</context>
<context>
    <name>DiscardBox</name>
    <message>
        <source>Keep the draft</source>
        <translation>Conservar el borrador</translation>
    </message>
</context>
<context>
    <name>DiscardPanel</name>
    <message>
        <source>Why is it discarded?</source>
        <translation>¿Por qué se descarta?</translation>
    </message>
    <message>
        <source>Discard the draft of {alias}</source>
        <translation>Descartar el borrador de {alias}</translation>
    </message>
    <message numerus="yes">
        <source>{form}: %n answers are thrown away. This cannot be undone.</source>
        <translation>
            <numerusform>{form}: se pierde %n respuesta. No se puede deshacer.</numerusform>
            <numerusform>{form}: se pierden %n respuestas. No se puede deshacer.</numerusform>
        </translation>
    </message>
    <message>
        <source>{form}: what was changed since it was complete is thrown away. This cannot be undone. The complete form stays.</source>
        <translation>{form}: se pierde lo que cambió desde que estaba completo. No se puede deshacer. El formulario completo se queda.</translation>
    </message>
</context>
<context>
    <name>DisplayCard</name>
    <message>
        <source>This part opens when the room is private.</source>
        <translation>Esta parte se abre cuando hay privacidad.</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Seguridad</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Legal note</source>
        <translation>Nota legal</translation>
    </message>
</context>
<context>
    <name>DisplayPanel</name>
    <message>
        <source>Display</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>{size} %</source>
        <translation>{size} %</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>As the computer</source>
        <translation>Como el equipo</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Kept for this workstation. Ctrl++ and Ctrl+- change the text size too.</source>
        <translation>Se guarda para este equipo. Ctrl++ y Ctrl+- también cambian el tamaño del texto.</translation>
    </message>
</context>
<context>
    <name>DraftCardPanel</name>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ver</translation>
    </message>
    <message>
        <source>Discard draft</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Ahora no</translation>
    </message>
</context>
<context>
    <name>DrillPanel</name>
    <message>
        <source>Try a restore</source>
        <translation>Probar una restauración</translation>
    </message>
    <message>
        <source>The backup is brought back into a folder of its own, opened and checked there, and the folder is removed. The store and the work of others are not touched.</source>
        <translation>La copia se trae a una carpeta propia, allí se abre y se revisa, y la carpeta se quita. No se tocan el almacén ni el trabajo de otros.</translation>
    </message>
    <message>
        <source>To put it in the place of this store: your password is asked, you are signed out, and the next page says what is lost by it before anything is changed.</source>
        <translation>Para ponerla en el lugar de este almacén: se pide su contraseña, se cierra su sesión y la página siguiente dice qué se pierde antes de cambiar nada.</translation>
    </message>
    <message>
        <source>Put this backup back</source>
        <translation>Restaurar esta copia</translation>
    </message>
    <message>
        <source>Backup of {at}</source>
        <translation>Copia del {at}</translation>
    </message>
    <message>
        <source>The small file with its numbers is missing.</source>
        <translation>Falta el archivo pequeño con sus números.</translation>
    </message>
    <message>
        <source>This backup can be restored.</source>
        <translation>Esta copia se puede restaurar.</translation>
    </message>
    <message>
        <source>This backup does not hold. Use another one.</source>
        <translation>Esta copia no es íntegra. Use otra.</translation>
    </message>
    <message>
        <source>Made: {at}</source>
        <translation>Hecha: {at}</translation>
    </message>
    <message>
        <source>Records in it: {count}</source>
        <translation>Registros que contiene: {count}</translation>
    </message>
    <message>
        <source>A restore takes: {time}</source>
        <translation>Restaurar tarda: {time}</translation>
    </message>
    <message>
        <source>What does not hold</source>
        <translation>Lo que no es íntegro</translation>
    </message>
</context>
<context>
    <name>EarlierBar</name>
    <message>
        <source>Earlier answer, {day}, {form}: {answer}</source>
        <translation>Respuesta anterior, {day}, {form}: {answer}</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Usarla</translation>
    </message>
    <message>
        <source>Use it: earlier answer to {question}, {day}, {form}: {answer}</source>
        <translation>Usarla: respuesta anterior a {question}, {day}, {form}: {answer}</translation>
    </message>
</context>
<context>
    <name>EditorPanel</name>
    <message>
        <source>Back to the parts</source>
        <translation>Volver a las partes</translation>
    </message>
</context>
<context>
    <name>EnrolAgainPage</name>
    <message>
        <source>Enrol this workstation again</source>
        <translation>Inscribir de nuevo este equipo</translation>
    </message>
    <message>
        <source>Enrolling</source>
        <translation>Inscribiendo</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>The records are safe. The key of this workstation is not here any more, so nobody can sign in. Two of the three recovery codes make a new one. After that everyone chooses a new password with a one-time code; the first is an administrator.</source>
        <translation>Los expedientes están a salvo. La llave de este equipo ya no está aquí, así que nadie puede entrar. Dos de los tres códigos de recuperación crean una nueva. Después cada persona elige una contraseña nueva con un código de un solo uso; la primera es un administrador.</translation>
    </message>
    <message>
        <source>Sign-in name of an administrator</source>
        <translation>Nombre de entrada de un administrador</translation>
    </message>
    <message>
        <source>A recovery code</source>
        <translation>Un código de recuperación</translation>
    </message>
    <message>
        <source>Another recovery code</source>
        <translation>Otro código de recuperación</translation>
    </message>
    <message>
        <source>Capitals, spaces and hyphens do not matter.</source>
        <translation>No importan las mayúsculas, los espacios ni los guiones.</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>Inscribir de nuevo</translation>
    </message>
    <message>
        <source>This workstation is enrolled again. Here is the one-time code of {name}. Write it down: it is not shown again. On the sign-in page, choose I cannot sign in.</source>
        <translation>Este equipo está inscrito de nuevo. Este es el código de un solo uso de {name}. Anótelo: no se vuelve a mostrar. En la página de entrada, elija No puedo entrar.</translation>
    </message>
    <message>
        <source>Good until {time}.</source>
        <translation>Vale hasta {time}.</translation>
    </message>
    <message>
        <source>Type a code from one of the papers.</source>
        <translation>Escriba un código de una de las hojas.</translation>
    </message>
    <message>
        <source>Type the sign-in name.</source>
        <translation>Escriba el nombre de entrada.</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Use a one-time code</source>
        <translation>Usar un código de un solo uso</translation>
    </message>
    <message>
        <source>Checking the code</source>
        <translation>Comprobando el código</translation>
    </message>
    <message>
        <source>New here, or forgot your password? Ask your administrator for a one-time code. With it you choose a password and a PIN of your own.</source>
        <translation>¿Es nuevo aquí u olvidó su contraseña? Pida a su administrador un código de un solo uso. Con él elige su propia contraseña y su propio PIN.</translation>
    </message>
    <message>
        <source>Your sign-in name</source>
        <translation>Su nombre de entrada</translation>
    </message>
    <message>
        <source>One-time code</source>
        <translation>Código de un solo uso</translation>
    </message>
    <message>
        <source>Eight groups of five; capitals, spaces and hyphens do not matter.</source>
        <translation>Ocho grupos de cinco; no importan las mayúsculas, los espacios ni los guiones.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Contraseña nueva otra vez</translation>
    </message>
    <message>
        <source>Set password and PIN</source>
        <translation>Guardar contraseña y PIN</translation>
    </message>
    <message>
        <source>Back to sign-in</source>
        <translation>Volver a la entrada</translation>
    </message>
    <message>
        <source>Type your sign-in name.</source>
        <translation>Escriba su nombre de entrada.</translation>
    </message>
    <message>
        <source>Type the code from your slip.</source>
        <translation>Escriba el código de su papel.</translation>
    </message>
</context>
<context>
    <name>EntryRow</name>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Answer {number} of {count}</source>
        <translation>Respuesta {number} de {count}</translation>
    </message>
</context>
<context>
    <name>EntrySide</name>
    <message>
        <source>Care, safety and next steps,
from the bedside on.</source>
        <translation>Atención, seguridad y próximos pasos,
desde la primera visita.</translation>
    </message>
</context>
<context>
    <name>EntryStack</name>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
</context>
<context>
    <name>EventCard</name>
    <message>
        <source>Note</source>
        <translation>Anotar</translation>
    </message>
</context>
<context>
    <name>EventPanel</name>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
</context>
<context>
    <name>EvidenceHint</name>
    <message>
        <source>You may not need to write this here. A court can ask for these notes: what happened, who was there and any weapon can stay out.</source>
        <translation>Quizás no hace falta escribir esto aquí. Un tribunal puede pedir estas notas: puede dejar fuera qué pasó, quién estaba y cualquier arma.</translation>
    </message>
</context>
<context>
    <name>FileReading</name>
    <message>
        <source>Cancel reading</source>
        <translation>Cancelar la lectura</translation>
    </message>
    <message>
        <source>Reading the file</source>
        <translation>Leyendo el archivo</translation>
    </message>
    <message>
        <source>Reading the file: {share} %</source>
        <translation>Leyendo el archivo: {share} %</translation>
    </message>
    <message>
        <source>Reading was cancelled. Nothing was taken.</source>
        <translation>Se canceló la lectura. No se tomó nada.</translation>
    </message>
</context>
<context>
    <name>FindBar</name>
    <message>
        <source>Alias or place</source>
        <translation>Alias o lugar</translation>
    </message>
    <message>
        <source>Find a person by alias or place</source>
        <translation>Buscar a una persona por alias o lugar</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>Mostrar todas</translation>
    </message>
    <message>
        <source>Nobody was found</source>
        <translation>No se encontró a nadie</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>Encontradas: {count}</translation>
    </message>
</context>
<context>
    <name>FindingsGroup</name>
    <message>
        <source>{count} more are in the copied report.</source>
        <translation>Otros {count} están en el informe copiado.</translation>
    </message>
</context>
<context>
    <name>FirstStartPage</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Le damos la bienvenida</translation>
    </message>
    <message>
        <source>Put a backup back</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>There is a store on this workstation that did not open; nothing in it was changed. Meanwhile you can look around.</source>
        <translation>Hay un almacén en este equipo que no se abrió; no se cambió nada en él. Mientras tanto puede mirar cómo es.</translation>
    </message>
    <message>
        <source>There are no records on this workstation yet. Choose how to begin.</source>
        <translation>Todavía no hay registros en este equipo. Elija cómo empezar.</translation>
    </message>
    <message>
        <source>Try with invented people</source>
        <translation>Probar con personas inventadas</translation>
    </message>
    <message>
        <source>Set up this workstation</source>
        <translation>Configurar este equipo</translation>
    </message>
    <message>
        <source>Look around first</source>
        <translation>Conozca primero el programa</translation>
    </message>
    <message>
        <source>Opens a practice store with invented people and cases, ready to sign in to. Never enter a real person there.</source>
        <translation>Abre un almacén de práctica con personas y casos inventados, listo para entrar. Nunca anote allí a una persona real.</translation>
    </message>
    <message>
        <source>Begin for real</source>
        <translation>Empiece a trabajar</translation>
    </message>
    <message>
        <source>Makes an encrypted store on this workstation for people who use it in turn, under one account of this computer. Takes about ten minutes, pen and paper.</source>
        <translation>Crea un almacén cifrado en este equipo para quienes lo usan por turnos, con una sola cuenta del equipo. Toma unos diez minutos, lápiz y papel.</translation>
    </message>
    <message>
        <source>After a loss: a new disk, or the data folder is gone.</source>
        <translation>Después de una pérdida: un disco nuevo, o ya no está la carpeta de datos.</translation>
    </message>
</context>
<context>
    <name>FoldBar</name>
    <message>
        <source>{answered} of {total} answered</source>
        <translation>{answered} de {total} con respuesta</translation>
    </message>
    <message>
        <source>{count}, something is open</source>
        <translation>{count}; falta algo</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Plegar</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>{act}: {row}</source>
        <translation>{act}: {row}</translation>
    </message>
</context>
<context>
    <name>FormPanel</name>
    <message>
        <source>Copyright notice of the form</source>
        <translation>Aviso de derechos de autor del formulario</translation>
    </message>
    <message>
        <source>A form is never changed or removed: drafts and records open in the version they were begun in.</source>
        <translation>Un formulario nunca se cambia ni se quita: los borradores y registros se abren en la versión en que se comenzaron.</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Copiar detalles</translation>
    </message>
    <message>
        <source>Retire this form</source>
        <translation>Retirar este formulario</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Make this version current</source>
        <translation>Hacer vigente esta versión</translation>
    </message>
    <message>
        <source>{version}. Languages: {languages}. Loaded {at} by {name}</source>
        <translation>{version}. Idiomas: {languages}. Lo cargó {name}, {at}</translation>
    </message>
    <message>
        <source>{name} confirmed {at} that our hospital may use this form.</source>
        <translation>{name} confirmó, {at}, que nuestro hospital puede usar este formulario.</translation>
    </message>
</context>
<context>
    <name>FormsController</name>
    <message>
        <source>Forms</source>
        <translation>Formularios</translation>
    </message>
</context>
<context>
    <name>FormsView</name>
    <message>
        <source>Forms</source>
        <translation>Formularios</translation>
    </message>
    <message>
        <source>No forms loaded yet</source>
        <translation>Aún no hay formularios cargados</translation>
    </message>
    <message>
        <source>Load the questionnaires that your hospital may use, as FHIR R4 JSON. Firstlight&apos;s own forms are always here.</source>
        <translation>Cargue los cuestionarios que su hospital puede usar, como JSON de FHIR R4. Los formularios propios de Firstlight siempre están aquí.</translation>
    </message>
    <message>
        <source>{current} of {total} current</source>
        <translation>{current} de {total} vigentes</translation>
    </message>
    <message>
        <source>Its file is damaged: load the same file again</source>
        <translation>Su archivo está dañado: cargue otra vez el mismo archivo</translation>
    </message>
    <message>
        <source>Current: it can be begun for any case</source>
        <translation>Vigente: se puede comenzar en cualquier caso</translation>
    </message>
    <message>
        <source>Loaded, not current: it is not offered</source>
        <translation>Cargado, no vigente: no se ofrece</translation>
    </message>
    <message>
        <source>Retired: nothing new is begun with it</source>
        <translation>Retirado: con él no se comienza nada nuevo</translation>
    </message>
    <message>
        <source>Current: it takes the place of the form that came with the app. If you retire it, that one is used again.</source>
        <translation>Actual: ocupa el lugar del formulario que vino con la aplicación. Si usted la retira, se vuelve a usar aquel.</translation>
    </message>
    <message>
        <source>A version of one of our own forms. Loaded, not current: another version is used</source>
        <translation>Una versión de uno de nuestros propios formularios. Cargada, no actual: se usa otra versión</translation>
    </message>
    <message>
        <source>A version of one of our own forms. Retired: another version is used</source>
        <translation>Una versión de uno de nuestros propios formularios. Retirada: se usa otra versión</translation>
    </message>
    <message>
        <source>Reading and checking</source>
        <translation>Leyendo y revisando</translation>
    </message>
    <message>
        <source>What happens to a form</source>
        <translation>Qué pasa con un formulario</translation>
    </message>
    <message>
        <source>It is checked, and what is wrong is listed in plain words. Then it is kept exactly as it is, signed with your key. Staff see it once you make it current.</source>
        <translation>Se revisa, y lo que está mal se dice en palabras claras. Luego se guarda tal como es, firmado con su llave. El personal lo ve cuando usted lo hace vigente.</translation>
    </message>
    <message>
        <source>Load a folder</source>
        <translation>Cargar una carpeta</translation>
    </message>
    <message>
        <source>Load a form</source>
        <translation>Cargar un formulario</translation>
    </message>
    <message>
        <source>{version}. Languages: {languages}</source>
        <translation>{version}. Idiomas: {languages}</translation>
    </message>
    <message>
        <source>{facts}. Licence confirmed</source>
        <translation>{facts}. Licencia confirmada</translation>
    </message>
    <message>
        <source>Current</source>
        <translation>Vigente</translation>
    </message>
    <message>
        <source>Not offered</source>
        <translation>No se ofrece</translation>
    </message>
    <message>
        <source>Retired</source>
        <translation>Retirado</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Dañado</translation>
    </message>
</context>
<context>
    <name>GatePanel</name>
    <message>
        <source>It is private now</source>
        <translation>Ya hay privacidad</translation>
    </message>
    <message>
        <source>Not safe to ask today</source>
        <translation>Hoy no es seguro preguntar</translation>
    </message>
    <message>
        <source>Visitors stay. Go on because:</source>
        <translation>Las visitas se quedan. Se sigue porque:</translation>
    </message>
    <message>
        <source>They will not leave</source>
        <translation>No quieren salir</translation>
    </message>
    <message>
        <source>The person wants them here</source>
        <translation>La persona quiere que estén</translation>
    </message>
    <message>
        <source>It cannot wait</source>
        <translation>No puede esperar</translation>
    </message>
    <message>
        <source>Only the interpreter or staff are here</source>
        <translation>Solo están el intérprete o el personal</translation>
    </message>
    <message>
        <source>This part opens when the room is private.</source>
        <translation>Esta parte se abre cuando hay privacidad.</translation>
    </message>
    <message>
        <source>Everything else can be asked meanwhile. Nothing here is lost.</source>
        <translation>Mientras tanto se puede preguntar todo lo demás. Aquí no se pierde nada.</translation>
    </message>
    <message>
        <source>The next questions may be hard to answer with others here.</source>
        <translation>Las siguientes preguntas pueden ser difíciles de contestar con otras personas aquí.</translation>
    </message>
    <message>
        <source>Ask visitors to step out first. If they stay, say why you go on: it is kept with the answers.</source>
        <translation>Pida primero a las visitas que salgan. Si se quedan, diga por qué sigue: se guarda con las respuestas.</translation>
    </message>
    <message>
        <source>Answers kept aside: {count}</source>
        <translation>Respuestas apartadas: {count}</translation>
    </message>
</context>
<context>
    <name>GiveBackPage</name>
    <message>
        <source>Thank you. Please give this back.</source>
        <translation>Gracias. Por favor, devuelva esto.</translation>
    </message>
    <message>
        <source>What you answered stays with your care team.</source>
        <translation>Lo que contestó queda con su equipo de atención.</translation>
    </message>
    <message>
        <source>Back to the questions</source>
        <translation>Volver a las preguntas</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Staff: your PIN</source>
        <translation>Personal: su PIN</translation>
    </message>
</context>
<context>
    <name>GivePanel</name>
    <message>
        <source>Give keys</source>
        <translation>Dar llaves</translation>
    </message>
    <message>
        <source>Your password</source>
        <translation>Su contraseña</translation>
    </message>
    <message>
        <source>Nobody here holds these keys any more. Two of the three recovery codes open them. Ask two colleagues for their sheets.</source>
        <translation>Ya nadie aquí tiene estas llaves. Las abren dos de los tres códigos de recuperación. Pida a dos colegas sus hojas.</translation>
    </message>
    <message>
        <source>Give keys to {name}</source>
        <translation>Dar llaves a {name}</translation>
    </message>
    <message>
        <source>Ask {name} which code Firstlight showed after signing in. Give the keys only when it is the same:</source>
        <translation>Pregunte a {name} qué código mostró Firstlight después de entrar. Dé las llaves solo si es el mismo:</translation>
    </message>
    <message>
        <source>They open: {keys}.</source>
        <translation>Abren: {keys}.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Escriba su contraseña.</translation>
    </message>
</context>
<context>
    <name>HandOffForm</name>
    <message>
        <source>Who was told</source>
        <translation>A quién se avisó</translation>
    </message>
    <message>
        <source>Another clinician</source>
        <translation>Otro clínico</translation>
    </message>
    <message>
        <source>Type a name</source>
        <translation>Escribir un nombre</translation>
    </message>
    <message>
        <source>Name and role</source>
        <translation>Nombre y función</translation>
    </message>
    <message>
        <source>No contacts are set for this alert here. An administrator can add them under Contacts.</source>
        <translation>Aquí no hay contactos para esta alerta. Un administrador puede agregarlos en Contactos.</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Cómo</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Teléfono</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Bíper</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Cuándo</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Coming now</source>
        <translation>Viene ahora</translation>
    </message>
    <message>
        <source>Will call back</source>
        <translation>Llamará luego</translation>
    </message>
    <message>
        <source>Gave advice</source>
        <translation>Dio consejo</translation>
    </message>
    <message>
        <source>Took note</source>
        <translation>Tomó nota</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>What they said</source>
        <translation>Qué dijo</translation>
    </message>
    <message>
        <source>No one reached</source>
        <translation>No se encontró a nadie</translation>
    </message>
    <message>
        <source>Record hand-off</source>
        <translation>Anotar el aviso</translation>
    </message>
    <message>
        <source>Say who it was: name and role.</source>
        <translation>Diga quién fue: nombre y función.</translation>
    </message>
    <message>
        <source>Choose who it was.</source>
        <translation>Elija quién fue.</translation>
    </message>
    <message>
        <source>Choose how.</source>
        <translation>Elija cómo.</translation>
    </message>
    <message>
        <source>Say when: press Now or type a time.</source>
        <translation>Diga cuándo: pulse Ahora o escriba una hora.</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>Sending to the desk</source>
        <translation>Enviando a la entrega</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Saving the file</source>
        <translation>Guardando el archivo</translation>
    </message>
    <message>
        <source>Sent. The desk sees it now.</source>
        <translation>Enviado. La entrega de paquetes ya lo ve.</translation>
    </message>
    <message>
        <source>Printed on {queue}.</source>
        <translation>Impreso en {queue}.</translation>
    </message>
    <message>
        <source>Saved as a file. Delete it once it is printed.</source>
        <translation>Guardado como archivo. Bórrelo cuando esté impreso.</translation>
    </message>
</context>
<context>
    <name>HandOverPanel</name>
    <message>
        <source>The copy kept here is destroyed now and cannot be printed again. A specialist can make the packet anew.</source>
        <translation>La copia que se guarda aquí se destruye ahora y no se puede volver a imprimir. Una persona especialista puede hacer el paquete de nuevo.</translation>
    </message>
    <message>
        <source>Yes, destroy this copy</source>
        <translation>Sí, destruir esta copia</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Was the packet of {alias} handed over?</source>
        <translation>¿Se entregó el paquete de {alias}?</translation>
    </message>
    <message>
        <source>Hand it to the person only. No information: tell no caller or visitor that this person is here.</source>
        <translation>Entréguelo solo a la persona. Sin información: no diga a quien llame o visite que esta persona está aquí.</translation>
    </message>
</context>
<context>
    <name>HelpController</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>HelpView</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
</context>
<context>
    <name>HowDoIPanel</name>
    <message>
        <source>How do I</source>
        <translation>Cómo se hace</translation>
    </message>
    <message>
        <source>Hide the screen when somebody walks in?</source>
        <translation>Ocultar la pantalla si entra alguien</translation>
    </message>
    <message>
        <source>Press F12, or Esc twice. Your PIN brings you back to the same place.</source>
        <translation>Pulse F12, o Esc dos veces. Su PIN le devuelve al mismo lugar.</translation>
    </message>
    <message>
        <source>Go on after an interruption?</source>
        <translation>Seguir después de una interrupción</translation>
    </message>
    <message>
        <source>Every answer is kept as it is given. Open the draft on the worklist: it opens at the question where you stopped.</source>
        <translation>Cada respuesta se guarda al darla. Abra el borrador en la lista de trabajo: se abre en la pregunta donde se detuvo.</translation>
    </message>
    <message>
        <source>Record that a question was not answered?</source>
        <translation>Anotar que una pregunta quedó sin respuesta</translation>
    </message>
    <message>
        <source>Choose the reason below the question: declined, unable, not safe to ask, or later. A score with answers missing is withheld.</source>
        <translation>Elija el motivo debajo de la pregunta: prefirió no, no pudo, no es seguro preguntar o más tarde. Si faltan respuestas, el puntaje queda sin calcular.</translation>
    </message>
    <message>
        <source>Change the language during a talk?</source>
        <translation>Cambiar el idioma durante la conversación</translation>
    </message>
    <message>
        <source>Use the language switch of the form. Place and answers stay.</source>
        <translation>Use el selector de idioma del formulario. El lugar y las respuestas se conservan.</translation>
    </message>
    <message>
        <source>Record a no?</source>
        <translation>Anotar un no</translation>
    </message>
    <message>
        <source>On the consent page choose No. Nothing is shared, and care goes on.</source>
        <translation>En la página de consentimientos elija No. No se comparte nada y la atención sigue igual.</translation>
    </message>
    <message>
        <source>Go on a visit away from the hospital?</source>
        <translation>¿Salir a una visita fuera del hospital?</translation>
    </message>
    <message>
        <source>Plan it on the page of the person, with somebody who waits for your call. Note when you leave and when you are back: who is late is shown to all who see cases.</source>
        <translation>Planifíquela en la página de la persona, con alguien que espere su llamada. Anote cuándo sale y cuándo regresa: si alguien se retrasa, lo ven todos los que ven casos.</translation>
    </message>
    <message>
        <source>Ask for a debrief after something hard?</source>
        <translation>¿Pedir una conversación de apoyo después de algo difícil?</translation>
    </message>
    <message>
        <source>Choose Ask for a debrief at the end of the worklist&apos;s side, or of a case. Only the kind of event is kept, and a supervisor sees it.</source>
        <translation>Elija Pedir una conversación al final del lado de la lista de trabajo o de un caso. Solo se guarda el tipo de hecho, y lo ve quien supervisa.</translation>
    </message>
    <message>
        <source>Ask a partner to help?</source>
        <translation>Pedir ayuda a un socio</translation>
    </message>
    <message>
        <source>Open Needs and referrals of the person and choose Ask a partner. It is told only what a signed consent covers. Note the answer and the first meeting there.</source>
        <translation>Abra Necesidades y derivaciones de la persona y elija Pedir ayuda a un socio. Solo se le dice lo que cubre un consentimiento firmado. Anote allí la respuesta y la primera reunión.</translation>
    </message>
    <message>
        <source>Give the packet to the person?</source>
        <translation>Dar el paquete a la persona</translation>
    </message>
    <message>
        <source>Choose the parts, look at the page and send it. The packet desk prints it; it does not wait for review.</source>
        <translation>Elija las partes, mire la página y envíelo. La entrega de paquetes lo imprime; no espera la revisión.</translation>
    </message>
    <message>
        <source>Correct something after sign-off?</source>
        <translation>Corregir algo después de la firma</translation>
    </message>
    <message>
        <source>Open the form and give a reason. The signed version stays as it was.</source>
        <translation>Abra el formulario y dé un motivo. La versión firmada queda como estaba.</translation>
    </message>
    <message>
        <source>Begin again with somebody who was hurt again?</source>
        <translation>¿Empezar de nuevo con alguien que sufrió otra lesión?</translation>
    </message>
    <message>
        <source>Find the closed case by its alias, open it and choose Hurt again. The new case is the same person; each consent is asked anew.</source>
        <translation>Busque el caso cerrado por su alias, ábralo y elija Nueva lesión. El caso nuevo es de la misma persona; cada consentimiento se pide otra vez.</translation>
    </message>
    <message>
        <source>Sign in after forgetting my password?</source>
        <translation>Entrar si olvidé mi contraseña</translation>
    </message>
    <message>
        <source>Ask your administrator for a one-time code, then choose I cannot sign in on the sign-in page.</source>
        <translation>Pida a su administrador un código de un solo uso y elija No puedo entrar en la página de entrada.</translation>
    </message>
    <message>
        <source>Bring records back after a dead disk?</source>
        <translation>Recuperar los registros si se daña el disco</translation>
    </message>
    <message>
        <source>On the first page, or on the one that says that the store did not open, choose Put a backup back. An administrator does it at Backups while the store is in use.</source>
        <translation>En la primera página, o en la que dice que el almacén no se abrió, elija Restaurar una copia. Con el almacén en uso lo hace un administrador en Copias de seguridad.</translation>
    </message>
</context>
<context>
    <name>IdentityCard</name>
    <message>
        <source>Ways to reach</source>
        <translation>Formas de contacto</translation>
    </message>
    <message>
        <source>Name and contacts are kept apart. Each look is noted in the privacy log.</source>
        <translation>El nombre y los contactos se guardan aparte. Cada consulta queda anotada en el registro de privacidad.</translation>
    </message>
    <message>
        <source>Show name and contacts</source>
        <translation>Mostrar nombre y contactos</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ocultar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Nothing is noted yet.</source>
        <translation>Aún no hay nada anotado.</translation>
    </message>
</context>
<context>
    <name>IdentityPanel</name>
    <message>
        <source>Name and contacts</source>
        <translation>Nombre y contactos</translation>
    </message>
    <message>
        <source>Save name and contacts</source>
        <translation>Guardar nombre y contactos</translation>
    </message>
    <message>
        <source>Legal name</source>
        <translation>Nombre legal</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Fecha de nacimiento</translation>
    </message>
    <message>
        <source>Medical record number</source>
        <translation>Número de historia clínica</translation>
    </message>
</context>
<context>
    <name>IdlePanel</name>
    <message>
        <source>Cover and lock</source>
        <translation>Cubrir y bloquear</translation>
    </message>
    <message>
        <source>Save cover and lock</source>
        <translation>Guardar cubrir y bloquear</translation>
    </message>
    <message>
        <source>Cover after how many minutes</source>
        <translation>Cubrir tras cuántos minutos</translation>
    </message>
    <message>
        <source>2 to 10. The PIN takes the cover away.</source>
        <translation>De 2 a 10. El PIN descubre la pantalla.</translation>
    </message>
    <message>
        <source>Lock after how many minutes</source>
        <translation>Bloquear tras cuántos minutos</translation>
    </message>
    <message>
        <source>5 to 30, and later than the cover. Then the password is needed.</source>
        <translation>De 5 a 30, y después de cubrir. Entonces hace falta la contraseña.</translation>
    </message>
    <message>
        <source>In patient mode, cover after how many minutes</source>
        <translation>En el modo del paciente, cubrir tras cuántos minutos</translation>
    </message>
    <message>
        <source>5 to 20, and at least as long as the cover. While the patient has the screen.</source>
        <translation>De 5 a 20, y al menos tanto como para cubrir. Mientras el paciente tiene la pantalla.</translation>
    </message>
    <message>
        <source>Minutes in which nobody touches the computer. They count from the next sign-in on. Everybody is warned a minute before, and after twelve hours in any case.</source>
        <translation>Minutos sin que nadie toque el equipo. Cuentan desde la próxima entrada. Se avisa a todos un minuto antes, y en todo caso tras doce horas.</translation>
    </message>
    <message>
        <source>Type a number of whole minutes.</source>
        <translation>Escriba un número de minutos enteros.</translation>
    </message>
</context>
<context>
    <name>ImportPanel</name>
    <message>
        <source>Copyright notice of the form</source>
        <translation>Aviso de derechos de autor del formulario</translation>
    </message>
    <message>
        <source>Who confirms that our hospital may use this form</source>
        <translation>Quién confirma que nuestro hospital puede usar este formulario</translation>
    </message>
    <message>
        <source>Name and office. It is kept with the notice above and today&apos;s date, and cannot be changed later.</source>
        <translation>Nombre y oficina. Se guarda con el aviso de arriba y la fecha de hoy, y después no se puede cambiar.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>Load a form</source>
        <translation>Cargar un formulario</translation>
    </message>
    <message>
        <source>Load a form: {number} of {count}</source>
        <translation>Cargar un formulario: {number} de {count}</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Rechazado</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Problemas</translation>
    </message>
    <message>
        <source>Worth knowing</source>
        <translation>Conviene saber</translation>
    </message>
    <message>
        <source>Load this form</source>
        <translation>Cargar este formulario</translation>
    </message>
    <message>
        <source>Close the report</source>
        <translation>Cerrar el informe</translation>
    </message>
    <message>
        <source>Next report</source>
        <translation>Informe siguiente</translation>
    </message>
    <message>
        <source>{version}. Languages: {languages}. Questions: {count}</source>
        <translation>{version}. Idiomas: {languages}. Preguntas: {count}</translation>
    </message>
    <message>
        <source>Nothing was loaded.</source>
        <translation>No se cargó nada.</translation>
    </message>
    <message>
        <source>Exactly this form is loaded already.</source>
        <translation>Exactamente este formulario ya está cargado.</translation>
    </message>
    <message>
        <source>It can be loaded, but not made current: an expression cannot be worked out, so the form could never be completed.</source>
        <translation>Se puede cargar, pero no hacer vigente: una expresión no se puede calcular, así que el formulario nunca se podría completar.</translation>
    </message>
    <message>
        <source>It can be loaded. Read the problems first.</source>
        <translation>Se puede cargar. Lea primero los problemas.</translation>
    </message>
    <message>
        <source>It can be loaded.</source>
        <translation>Se puede cargar.</translation>
    </message>
    <message>
        <source>It is a version of one of our own forms: once it is current, it takes its place for everything that is begun from then on.</source>
        <translation>Es una versión de uno de nuestros propios formularios: cuando sea la actual, ocupa su lugar en todo lo que se empiece desde entonces.</translation>
    </message>
</context>
<context>
    <name>InterpreterFields</name>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Intérprete</translation>
    </message>
    <message>
        <source>Language spoken</source>
        <translation>Idioma que se habla</translation>
    </message>
    <message>
        <source>Interpreter&apos;s number or ID</source>
        <translation>Número o identificación del intérprete</translation>
    </message>
    <message>
        <source>Why a relative or friend</source>
        <translation>Por qué un familiar o amigo</translation>
    </message>
    <message>
        <source>A trained interpreter costs the person nothing. Relatives and friends may leave things out, and people may hold back before them. A child interprets only when it cannot wait and nobody else is there.</source>
        <translation>Un intérprete capacitado no le cuesta nada a la persona. Los familiares y amigos pueden dejar cosas fuera, y la persona puede callar ante ellos. Un menor interpreta solo cuando no se puede esperar y no hay nadie más.</translation>
    </message>
</context>
<context>
    <name>InterpreterPanel</name>
    <message>
        <source>How it is interpreted</source>
        <translation>Cómo se hace la interpretación</translation>
    </message>
    <message>
        <source>Close this panel</source>
        <translation>Cerrar este panel</translation>
    </message>
</context>
<context>
    <name>InterviewActions</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Anterior</translation>
    </message>
    <message>
        <source>Discard this draft</source>
        <translation>Descartar este borrador</translation>
    </message>
    <message>
        <source>No plan today</source>
        <translation>Hoy sin plan</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada que deshacer</translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation>Nada que rehacer</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Siguiente parte</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Siguiente pregunta</translation>
    </message>
    <message>
        <source>Complete</source>
        <translation>Completar</translation>
    </message>
    <message>
        <source>Ctrl+Enter: next section</source>
        <translation>Ctrl+Enter: sección siguiente</translation>
    </message>
</context>
<context>
    <name>InterviewScreen</name>
    <message>
        <source>{done} of {total} parts are concrete</source>
        <translation>{done} de {total} partes son concretas</translation>
    </message>
    <message>
        <source>Leave out what happened and anyone involved in it.</source>
        <translation>No escriba qué pasó ni quién participó.</translation>
    </message>
</context>
<context>
    <name>InterviewView</name>
    <message>
        <source>On paper</source>
        <translation>En papel</translation>
    </message>
</context>
<context>
    <name>KeysPanel</name>
    <message>
        <source>Someone who held these keys has left, or they were never made. With new keys nothing written from now on opens with an old one. Older records are moved in the background; you can go on working.</source>
        <translation>Alguien que tenía estas llaves se fue, o nunca se hicieron. Con llaves nuevas nada de lo que se escriba desde ahora se abre con una anterior. Los registros anteriores se pasan mientras tanto; usted puede seguir trabajando.</translation>
    </message>
    <message>
        <source>Make new keys</source>
        <translation>Hacer llaves nuevas</translation>
    </message>
    <message>
        <source>Move the rest</source>
        <translation>Pasar el resto</translation>
    </message>
    <message>
        <source>Someone left: make new keys</source>
        <translation>Alguien se fue: haga llaves nuevas</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Llaves nuevas</translation>
    </message>
</context>
<context>
    <name>LanguageSegment</name>
    <message>
        <source>Language of the questions</source>
        <translation>Idioma de las preguntas</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
</context>
<context>
    <name>LinkLine</name>
    <message>
        <source>Copy address</source>
        <translation>Copiar la dirección</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
</context>
<context>
    <name>ListPanel</name>
    <message>
        <source>{count} in this list</source>
        <translation>En esta lista: {count}</translation>
    </message>
    <message>
        <source>{head}: {words}</source>
        <translation>{head}: {words}</translation>
    </message>
</context>
<context>
    <name>ListRow</name>
    <message>
        <source>Chosen</source>
        <translation>Elegido</translation>
    </message>
</context>
<context>
    <name>LookPanel</name>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>{form}, not finished</source>
        <translation>{form}, sin terminar</translation>
    </message>
    <message>
        <source>{form}, carried over to {version}</source>
        <translation>{form}, pasado a {version}</translation>
    </message>
    <message>
        <source>Go back to {version}</source>
        <translation>Volver a {version}</translation>
    </message>
    <message>
        <source>This draft is closed. If you go back to it, {version} is closed in turn; nothing that was answered there is lost.</source>
        <translation>Este borrador está cerrado. Si vuelve a él, se cierra a su vez {version}; no se pierde nada de lo que se respondió allí.</translation>
    </message>
    <message>
        <source>Nothing is answered that can be shown here.</source>
        <translation>No hay respuestas que se puedan mostrar aquí.</translation>
    </message>
    <message>
        <source>Answers shown only while the room is private: {count}</source>
        <translation>Respuestas que solo se muestran en privado: {count}</translation>
    </message>
</context>
<context>
    <name>MatrixEditor</name>
    <message>
        <source>{row}, {column}</source>
        <translation>{row}, {column}</translation>
    </message>
</context>
<context>
    <name>MediaView</name>
    <message>
        <source>Picture without a description</source>
        <translation>Imagen sin descripción</translation>
    </message>
    <message>
        <source>no description</source>
        <translation>sin descripción</translation>
    </message>
    <message>
        <source>A picture that is not shown here: {name}</source>
        <translation>Una imagen que no se muestra aquí: {name}</translation>
    </message>
    <message>
        <source>A sound recording that is not played here: {name}</source>
        <translation>Una grabación de sonido que no se reproduce aquí: {name}</translation>
    </message>
    <message>
        <source>A film that is not played here: {name}</source>
        <translation>Un video que no se reproduce aquí: {name}</translation>
    </message>
    <message>
        <source>A file that is not shown here: {name}</source>
        <translation>Un archivo que no se muestra aquí: {name}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>Meter</name>
    <message>
        <source>{part}: there</source>
        <translation>{part}: anotado</translation>
    </message>
    <message>
        <source>{part}: not yet</source>
        <translation>{part}: todavía no</translation>
    </message>
</context>
<context>
    <name>MinorPanel</name>
    <message>
        <source>Under 18: who gives this consent</source>
        <translation>Menor de 18: quién da este consentimiento</translation>
    </message>
    <message>
        <source>What the young person says</source>
        <translation>Lo que dice la persona joven</translation>
    </message>
    <message>
        <source>The young person agrees</source>
        <translation>La persona joven está de acuerdo</translation>
    </message>
    <message>
        <source>The young person says no</source>
        <translation>La persona joven dice que no</translation>
    </message>
    <message>
        <source>Cannot answer yet: ask again</source>
        <translation>Todavía no puede contestar: pregunte otra vez</translation>
    </message>
    <message>
        <source>Keep this guardian</source>
        <translation>Guardar este tutor</translation>
    </message>
    <message>
        <source>This guardian may not consent</source>
        <translation>Este tutor no puede dar el consentimiento</translation>
    </message>
    <message>
        <source>Name of the guardian</source>
        <translation>Nombre del tutor</translation>
    </message>
    <message>
        <source>Is the young person&apos;s</source>
        <translation>Qué es para la persona joven</translation>
    </message>
    <message>
        <source>Paper seen that shows it</source>
        <translation>Documento visto que lo muestra</translation>
    </message>
    <message>
        <source>Found by, name and licence</source>
        <translation>Determinado por, nombre y licencia</translation>
    </message>
    <message>
        <source>May not consent: decided by</source>
        <translation>No puede consentir: lo decidió</translation>
    </message>
    <message>
        <source>May not consent</source>
        <translation>No puede dar el consentimiento</translation>
    </message>
    <message>
        <source>A guardian who is not in the list</source>
        <translation>Un tutor que no está en la lista</translation>
    </message>
    <message>
        <source>Decides alone: {law}</source>
        <translation>Decide por su cuenta: {law}</translation>
    </message>
</context>
<context>
    <name>MomentEditor</name>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Hora</translation>
    </message>
</context>
<context>
    <name>MomentField</name>
    <message>
        <source>{question}: day</source>
        <translation>{question}: día</translation>
    </message>
    <message>
        <source>{question}: time</source>
        <translation>{question}: hora</translation>
    </message>
    <message>
        <source>Add the time, like 14:05.</source>
        <translation>Agregue la hora, por ejemplo 14:05.</translation>
    </message>
</context>
<context>
    <name>MoreAbout</name>
    <message>
        <source>More about this</source>
        <translation>Más sobre esto</translation>
    </message>
    <message>
        <source>{action}: {question}</source>
        <translation>{action}: {question}</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message>
        <source>This form does not go back to a page that is done.</source>
        <translation>Este formulario no vuelve a una página terminada.</translation>
    </message>
    <message>
        <source>This form asks its pages in order. This question comes first.</source>
        <translation>Este formulario hace sus páginas en orden. Esta pregunta va primero.</translation>
    </message>
</context>
<context>
    <name>NewPassword</name>
    <message>
        <source>This differs from the line above. Type it once more.</source>
        <translation>No coincide con la línea de arriba. Escríbala otra vez.</translation>
    </message>
    <message>
        <source>At least {least} characters. Spaces and several words are welcome.</source>
        <translation>Al menos {least} caracteres. Puede usar espacios y varias palabras.</translation>
    </message>
    <message>
        <source>{count} of {least} characters. Spaces and several words are welcome.</source>
        <translation>{count} de {least} caracteres. Puede usar espacios y varias palabras.</translation>
    </message>
    <message>
        <source>{count} characters: long enough.</source>
        <translation>{count} caracteres: suficiente.</translation>
    </message>
</context>
<context>
    <name>NewPersonPanel</name>
    <message>
        <source>New person</source>
        <translation>Persona nueva</translation>
    </message>
    <message>
        <source>Add person</source>
        <translation>Agregar persona</translation>
    </message>
    <message>
        <source>An alias stands for the person. No real name is needed here.</source>
        <translation>Un alias representa a la persona. Aquí no hace falta el nombre real.</translation>
    </message>
    <message>
        <source>Room or bed</source>
        <translation>Sala o cama</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Lugar</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Elija</translation>
    </message>
    <message>
        <source>How the team heard</source>
        <translation>Cómo supo el equipo</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Llegada</translation>
    </message>
    <message>
        <source>years</source>
        <translation>años</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Edad</translation>
    </message>
    <message>
        <source>Leave it empty if it is not known.</source>
        <translation>Déjela vacía si no se sabe.</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Otro</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>Language the person reads</source>
        <translation>Idioma que lee la persona</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Elija una opción.</translation>
    </message>
    <message>
        <source>Type the room or the bed.</source>
        <translation>Escriba la sala o la cama.</translation>
    </message>
    <message>
        <source>Say when the person arrived.</source>
        <translation>Diga cuándo llegó la persona.</translation>
    </message>
</context>
<context>
    <name>NewPin</name>
    <message>
        <source>PIN for the cover screen</source>
        <translation>PIN para la pantalla cubierta</translation>
    </message>
    <message>
        <source>Six digits, not all alike, not in a row.</source>
        <translation>Seis números, ni todos iguales ni seguidos.</translation>
    </message>
    <message>
        <source>PIN again</source>
        <translation>PIN otra vez</translation>
    </message>
    <message>
        <source>A PIN has six digits.</source>
        <translation>Un PIN tiene seis números.</translation>
    </message>
    <message>
        <source>This differs from the PIN above. Type it once more.</source>
        <translation>No coincide con el PIN de arriba. Escríbalo otra vez.</translation>
    </message>
</context>
<context>
    <name>NextPanel</name>
    <message>
        <source>Next</source>
        <translation>Lo siguiente</translation>
    </message>
</context>
<context>
    <name>NoPlanPanel</name>
    <message>
        <source>Why is there no plan today?</source>
        <translation>¿Por qué hoy no hay plan?</translation>
    </message>
    <message>
        <source>No plan today for {alias}</source>
        <translation>Hoy sin plan para {alias}</translation>
    </message>
    <message>
        <source>The reason stands on the person page and in the review.</source>
        <translation>El motivo queda en la página de la persona y en la revisión.</translation>
    </message>
    <message>
        <source>The reason stands on the person page and in the review. What is written in this plan is thrown away; this cannot be undone.</source>
        <translation>El motivo queda en la página de la persona y en la revisión. Lo escrito en este plan se pierde; no se puede deshacer.</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>Type a number, or leave it empty.</source>
        <translation>Escriba un número o déjelo vacío.</translation>
    </message>
    <message>
        <source>Type a whole number.</source>
        <translation>Escriba un número entero.</translation>
    </message>
    <message>
        <source>Type {least} or more.</source>
        <translation>Escriba {least} o más.</translation>
    </message>
    <message>
        <source>Type {most} or less.</source>
        <translation>Escriba {most} o menos.</translation>
    </message>
</context>
<context>
    <name>OpenFileDialog</name>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
</context>
<context>
    <name>OpeningPage</name>
    <message>
        <source>Opening</source>
        <translation>Abriendo</translation>
    </message>
    <message>
        <source>The practice store with invented people. The first time it is made, which can take half a minute.</source>
        <translation>El almacén de práctica con personas inventadas. La primera vez se crea, lo que puede tardar medio minuto.</translation>
    </message>
    <message>
        <source>Looking at this workstation.</source>
        <translation>Revisando este equipo.</translation>
    </message>
</context>
<context>
    <name>OptionRow</name>
    <message>
        <source>{answer}: {reason}</source>
        <translation>{answer}: {reason}</translation>
    </message>
</context>
<context>
    <name>OutcomeWords</name>
    <message>
        <source>Kept: {partner} knows.</source>
        <translation>Guardado: {partner} ya lo sabe.</translation>
    </message>
    <message>
        <source>Kept: what became of the copy.</source>
        <translation>Guardado: qué pasó con la copia.</translation>
    </message>
    <message>
        <source>Kept: ask later. Nothing is shared before a yes.</source>
        <translation>Guardado: preguntar más tarde. No se comparte nada antes de un sí.</translation>
    </message>
    <message>
        <source>Signed {time}. It cannot be changed, only taken back.</source>
        <translation>Firmado {time}. No se puede cambiar, solo retirar.</translation>
    </message>
    <message>
        <source>Spoken yes kept {time}. It opens nothing until there is a signature.</source>
        <translation>Sí de palabra guardado a las {time}. No abre nada hasta que haya una firma.</translation>
    </message>
    <message>
        <source>Spoken yes kept {time}. {partner} is told nothing until there is a signature.</source>
        <translation>Sí de palabra guardado {time}. No se dice nada a {partner} hasta que haya una firma.</translation>
    </message>
    <message>
        <source>Spoken yes kept {time}.</source>
        <translation>Sí de palabra guardado {time}.</translation>
    </message>
    <message>
        <source>The no is kept. Care does not change.</source>
        <translation>El no quedó guardado. La atención no cambia.</translation>
    </message>
    <message>
        <source>The no is kept. Nothing goes to {partner}. Care does not change.</source>
        <translation>El no quedó guardado. No se envía nada a {partner}. La atención no cambia.</translation>
    </message>
    <message>
        <source>The consent is taken back.</source>
        <translation>El consentimiento quedó retirado.</translation>
    </message>
    <message>
        <source>The consent is taken back. Tell {partner} now: nothing more goes to them.</source>
        <translation>El consentimiento quedó retirado. Avise ahora a {partner}: ya no se les envía nada más.</translation>
    </message>
</context>
<context>
    <name>OwnAnswer</name>
    <message>
        <source>Another answer</source>
        <translation>Otra respuesta</translation>
    </message>
    <message>
        <source>Add one more</source>
        <translation>Agregar otra</translation>
    </message>
</context>
<context>
    <name>PacketActions</name>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Print here</source>
        <translation>Imprimir aquí</translation>
    </message>
    <message>
        <source>Send to packet desk</source>
        <translation>Enviar a entrega</translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation>Nada que deshacer</translation>
    </message>
    <message>
        <source>One moment</source>
        <translation>Un momento</translation>
    </message>
    <message>
        <source>There are no pages to send</source>
        <translation>No hay páginas que enviar</translation>
    </message>
    <message>
        <source>The desk has it. Change something to send it again</source>
        <translation>La entrega ya lo tiene. Cambie algo para enviarlo otra vez</translation>
    </message>
</context>
<context>
    <name>PacketController</name>
    <message>
        <source>The person asked for no papers. Ask again before you make any.</source>
        <translation>La persona pidió no llevar papeles. Pregunte otra vez antes de hacerlos.</translation>
    </message>
</context>
<context>
    <name>PacketDeskController</name>
    <message>
        <source>Packet desk</source>
        <translation>Entrega de paquetes</translation>
    </message>
    <message>
        <source>Printing</source>
        <translation>Imprimiendo</translation>
    </message>
    <message>
        <source>Printed at {time} on {queue}. Mark {mark}.</source>
        <translation>Impreso a las {time} en {queue}. Marca {mark}.</translation>
    </message>
    <message>
        <source>Saving the file</source>
        <translation>Guardando el archivo</translation>
    </message>
    <message>
        <source>Saved as a file. Mark {mark}. Delete the file once it is printed.</source>
        <translation>Guardado como archivo. Marca {mark}. Borre el archivo cuando esté impreso.</translation>
    </message>
    <message>
        <source>Destroying the copy</source>
        <translation>Destruyendo la copia</translation>
    </message>
    <message>
        <source>The packet of {alias} was handed over. No copy is kept here.</source>
        <translation>Se entregó el paquete de {alias}. Aquí no se guarda ninguna copia.</translation>
    </message>
    <message>
        <source>Sending it back</source>
        <translation>Devolviendo</translation>
    </message>
    <message>
        <source>{alias} went back. The specialist sees it on the person&apos;s page.</source>
        <translation>Se devolvió {alias}. Quien es especialista lo ve en la página de la persona.</translation>
    </message>
</context>
<context>
    <name>PacketDeskView</name>
    <message>
        <source>Packet desk</source>
        <translation>Entrega de paquetes</translation>
    </message>
    <message>
        <source>No name, hospital or reason on the outside</source>
        <translation>Por fuera no lleva nombre, hospital ni motivo</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>Preparando las páginas</translation>
    </message>
    <message>
        <source>Making page {page} of {count}</source>
        <translation>Preparando la página {page} de {count}</translation>
    </message>
    <message>
        <source>Nothing waiting</source>
        <translation>Nada en espera</translation>
    </message>
    <message>
        <source>{count} ready, oldest {age}</source>
        <translation>Listos: {count}, el más antiguo {age}</translation>
    </message>
    <message>
        <source>Outside of the fold</source>
        <translation>Exterior del doblez</translation>
    </message>
</context>
<context>
    <name>PacketView</name>
    <message>
        <source>Making page {page} of {count}</source>
        <translation>Preparando la página {page} de {count}</translation>
    </message>
    <message>
        <source>Language of the packet</source>
        <translation>Idioma del paquete</translation>
    </message>
    <message>
        <source>Text size on paper</source>
        <translation>Tamaño del texto en papel</translation>
    </message>
    <message>
        <source>Normal 12 pt</source>
        <translation>Normal 12 pt</translation>
    </message>
    <message>
        <source>Large 16 pt</source>
        <translation>Grande 16 pt</translation>
    </message>
    <message>
        <source>Making the pages</source>
        <translation>Preparando las páginas</translation>
    </message>
    <message>
        <source>Outside</source>
        <translation>Exterior</translation>
    </message>
</context>
<context>
    <name>PageHead</name>
    <message>
        <source>Question {number} of {total}</source>
        <translation>Pregunta {number} de {total}</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Previous page</source>
        <translation>Página anterior</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Página siguiente</translation>
    </message>
    <message>
        <source>Page {page} of {count}</source>
        <translation>Página {page} de {count}</translation>
    </message>
    <message>
        <source>{title}, {page} of {count}</source>
        <translation>{title}, {page} de {count}</translation>
    </message>
    <message>
        <source>No page</source>
        <translation>Sin página</translation>
    </message>
</context>
<context>
    <name>PageReader</name>
    <message>
        <source>This question needs an answer or a reason.</source>
        <translation>Esta pregunta necesita una respuesta o un motivo.</translation>
    </message>
    <message>
        <source>You may not need to write this here. A court can ask for these notes: what happened, who was there and any weapon can stay out.</source>
        <translation>Quizás no hace falta escribir esto aquí. Un tribunal puede pedir estas notas: puede dejar fuera qué pasó, quién estaba y cualquier arma.</translation>
    </message>
    <message>
        <source>A name makes it clear whom to call.</source>
        <translation>Con un nombre queda claro a quién llamar.</translation>
    </message>
    <message>
        <source>A number makes it work at 2 in the morning.</source>
        <translation>Con un número sirve a las 2 de la mañana.</translation>
    </message>
    <message>
        <source>Days and hours make it easier to call.</source>
        <translation>Con días y horas es más fácil llamar.</translation>
    </message>
    <message>
        <source>It works best when they know that you may call.</source>
        <translation>Sirve mejor si saben que usted puede llamar.</translation>
    </message>
    <message>
        <source>Withheld: {missing} of {total} missing</source>
        <translation>Sin calcular: sin respuesta {missing} de {total}</translation>
    </message>
</context>
<context>
    <name>ParkedNote</name>
    <message>
        <source>1 answer is kept aside and comes back with its question.</source>
        <translation>1 respuesta queda aparte y vuelve con su pregunta.</translation>
    </message>
    <message>
        <source>{count} answers are kept aside and come back with their questions.</source>
        <translation>{count} respuestas quedan aparte y vuelven con sus preguntas.</translation>
    </message>
</context>
<context>
    <name>PartWords</name>
    <message>
        <source>My next steps</source>
        <translation>Mis próximos pasos</translation>
    </message>
    <message>
        <source>Appointments and who to call</source>
        <translation>Citas y a quién llamar</translation>
    </message>
    <message>
        <source>Help near you</source>
        <translation>Ayuda cerca de usted</translation>
    </message>
    <message>
        <source>Safety plan</source>
        <translation>Plan de seguridad</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Carta</translation>
    </message>
    <message>
        <source>Wallet card</source>
        <translation>Tarjeta para guardar</translation>
    </message>
    <message>
        <source>My next step</source>
        <translation>Mi próximo paso</translation>
    </message>
    <message numerus="yes">
        <source>My next %n steps</source>
        <translation>
            <numerusform>Mi próximo paso (%n)</numerusform>
            <numerusform>Mis próximos %n pasos</numerusform>
        </translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n página</numerusform>
            <numerusform>%n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>No step yet. Numbers to call stand here</source>
        <translation>Aún sin pasos. Aquí van los números para llamar</translation>
    </message>
    <message>
        <source>Always first</source>
        <translation>Siempre primero</translation>
    </message>
    <message>
        <source>Phone numbers under a neutral title</source>
        <translation>Teléfonos bajo un título neutro</translation>
    </message>
    <message>
        <source>Not chosen</source>
        <translation>Sin elegir</translation>
    </message>
    <message>
        <source>Page {page}</source>
        <translation>Página {page}</translation>
    </message>
    <message>
        <source>1 step is in another language</source>
        <translation>1 paso está en otro idioma</translation>
    </message>
    <message numerus="yes">
        <source>%n steps are in another language</source>
        <translation>
            <numerusform>%n paso está en otro idioma</numerusform>
            <numerusform>%n pasos están en otro idioma</numerusform>
        </translation>
    </message>
    <message>
        <source>no number to call</source>
        <translation>sin número para llamar</translation>
    </message>
    <message>
        <source>No date yet, {who}</source>
        <translation>Aún sin citas, {who}</translation>
    </message>
    <message>
        <source>1 date</source>
        <translation>1 cita</translation>
    </message>
    <message numerus="yes">
        <source>%n dates</source>
        <translation>
            <numerusform>%n cita</numerusform>
            <numerusform>%n citas</numerusform>
        </translation>
    </message>
    <message>
        <source>{dates} left out, {who}</source>
        <translation>{dates} sin incluir, {who}</translation>
    </message>
    <message>
        <source>{dates}, {who}</source>
        <translation>{dates}, {who}</translation>
    </message>
    <message>
        <source>Complete the assessment to find places</source>
        <translation>Complete la evaluación para hallar lugares</translation>
    </message>
    <message>
        <source>The directory has no place for these needs</source>
        <translation>El directorio no tiene lugares para estas necesidades</translation>
    </message>
    <message>
        <source>1 place</source>
        <translation>1 lugar</translation>
    </message>
    <message numerus="yes">
        <source>%n places</source>
        <translation>
            <numerusform>%n lugar</numerusform>
            <numerusform>%n lugares</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{places}, %n print “call first”</source>
        <translation>
            <numerusform>{places}, %n dirá «llame primero»</numerusform>
            <numerusform>{places}, %n dirán «llame primero»</numerusform>
        </translation>
    </message>
    <message>
        <source>{places}, 1 prints “call first”</source>
        <translation>{places}, 1 dirá «llame primero»</translation>
    </message>
    <message>
        <source>The person wants no paper of it</source>
        <translation>La persona no lo quiere en papel</translation>
    </message>
    <message>
        <source>The person wanted no paper of it. Ask again first</source>
        <translation>La persona no lo quería en papel. Pregunte otra vez primero</translation>
    </message>
    <message>
        <source>The desk may print it, as the person agreed</source>
        <translation>La entrega puede imprimirlo, la persona lo aceptó</translation>
    </message>
    <message>
        <source>Prints here only, not at the desk</source>
        <translation>Se imprime solo aquí, no en la entrega</translation>
    </message>
    <message>
        <source>For the card, and it names no one yet</source>
        <translation>Para la tarjeta, y aún no nombra a nadie</translation>
    </message>
    <message>
        <source>On the card, as chosen. The desk may print it</source>
        <translation>En la tarjeta, como se eligió. La entrega puede imprimirlo</translation>
    </message>
    <message>
        <source>On the card, as chosen. Prints here only</source>
        <translation>En la tarjeta, como se eligió. Solo se imprime aquí</translation>
    </message>
</context>
<context>
    <name>PartialDateField</name>
    <message>
        <source>Type a date like 2026-03-14, a month like 2026-03 or a year like 2026.</source>
        <translation>Escriba una fecha como 2026-03-14, un mes como 2026-03 o un año como 2026.</translation>
    </message>
</context>
<context>
    <name>PartsPanel</name>
    <message>
        <source>Packet</source>
        <translation>Paquete</translation>
    </message>
    <message>
        <source>Parts of the packet</source>
        <translation>Partes del paquete</translation>
    </message>
    <message>
        <source>Letter to {recipient}</source>
        <translation>Carta para {recipient}</translation>
    </message>
    <message>
        <source>One page, only what the consent covers</source>
        <translation>Una página, solo lo que cubre el consentimiento</translation>
    </message>
    <message>
        <source>Change: {part}</source>
        <translation>Cambiar: {part}</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>Preguntar</translation>
    </message>
    <message>
        <source>Ask for the consent of {recipient}</source>
        <translation>Pedir el consentimiento para {recipient}</translation>
    </message>
    <message>
        <source>Reads at grade {grade}</source>
        <translation>Lectura de grado {grade}</translation>
    </message>
</context>
<context>
    <name>PasswordField</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Shows the password while pressed</source>
        <translation>Muestra la contraseña mientras se pulsa</translation>
    </message>
</context>
<context>
    <name>PatientFoot</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Give this back</source>
        <translation>Devolver esto</translation>
    </message>
</context>
<context>
    <name>PatientPage</name>
    <message>
        <source>Question {number} of {total}</source>
        <translation>Pregunta {number} de {total}</translation>
    </message>
</context>
<context>
    <name>PatientReasons</name>
    <message>
        <source>You do not have to answer. You can also choose:</source>
        <translation>No tiene que contestar. También puede elegir:</translation>
    </message>
    <message>
        <source>I would rather not say</source>
        <translation>Prefiero no decirlo</translation>
    </message>
    <message>
        <source>I do not know</source>
        <translation>No lo sé</translation>
    </message>
    <message>
        <source>I would rather talk alone</source>
        <translation>Prefiero hablarlo a solas</translation>
    </message>
    <message>
        <source>Skip for now</source>
        <translation>Dejarlo por ahora</translation>
    </message>
</context>
<context>
    <name>PatientView</name>
    <message>
        <source>I am done</source>
        <translation>Ya terminé</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Guardado</translation>
    </message>
    <message>
        <source>Not saved. Please give this back.</source>
        <translation>No se guardó. Por favor, devuelva esto.</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardando</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Cover the screen</source>
        <translation>Cubrir la pantalla</translation>
    </message>
</context>
<context>
    <name>PeopleController</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
</context>
<context>
    <name>PeopleView</name>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Todavía nadie</translation>
    </message>
    <message>
        <source>Administrators add people</source>
        <translation>Los administradores agregan personas</translation>
    </message>
    <message>
        <source>Waiting for your keys</source>
        <translation>Esperan sus llaves</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Cuentas</translation>
    </message>
    <message>
        <source>How somebody begins here</source>
        <translation>Cómo se empieza aquí</translation>
    </message>
    <message>
        <source>An administrator adds the person and hands over a one-time code. With it the person chooses a password and a PIN. Then somebody with the same keys gives them, after comparing a short code. Administrators hold no keys: they never read records.</source>
        <translation>Un administrador agrega a la persona y le entrega un código de un solo uso. Con él la persona elige una contraseña y un PIN. Después, alguien que tiene las mismas llaves se las da, tras comparar un código corto. Los administradores no tienen llaves: nunca leen registros.</translation>
    </message>
    <message>
        <source>Named people only (42 CFR Part 2). Open an account to change this.</source>
        <translation>Solo personas nombradas (42 CFR Parte 2). Abra una cuenta para cambiarlo.</translation>
    </message>
    <message>
        <source>Add a person</source>
        <translation>Agregar a una persona</translation>
    </message>
    <message>
        <source>Cover and lock</source>
        <translation>Cubrir y bloquear</translation>
    </message>
    <message>
        <source>Recovery codes</source>
        <translation>Códigos de recuperación</translation>
    </message>
    <message>
        <source>Give keys</source>
        <translation>Dar llaves</translation>
    </message>
</context>
<context>
    <name>PersonBanner</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Consent {given} of {total}</source>
        <translation>Consentimiento {given} de {total}</translation>
    </message>
    <message>
        <source>Room not noted</source>
        <translation>Privacidad sin anotar</translation>
    </message>
    <message>
        <source>Private now</source>
        <translation>Privado ahora</translation>
    </message>
    <message>
        <source>Not private</source>
        <translation>Sin privacidad</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Sign-in name</source>
        <translation>Nombre de entrada</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Assessment and follow-up</source>
        <translation>Evaluación y seguimiento</translation>
    </message>
    <message>
        <source>More forms</source>
        <translation>Más formularios</translation>
    </message>
    <message>
        <source>Log attempt</source>
        <translation>Anotar intento</translation>
    </message>
    <message>
        <source>Close case</source>
        <translation>Cerrar caso</translation>
    </message>
    <message>
        <source>Send to review</source>
        <translation>Enviar a revisión</translation>
    </message>
    <message>
        <source>Start an amendment</source>
        <translation>Empezar una enmienda</translation>
    </message>
</context>
<context>
    <name>PickerEditor</name>
    <message>
        <source>Choose an answer</source>
        <translation>Elija una respuesta</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>Aún sin respuesta</translation>
    </message>
</context>
<context>
    <name>PinEntry</name>
    <message>
        <source>A PIN has six digits.</source>
        <translation>Un PIN tiene seis números.</translation>
    </message>
</context>
<context>
    <name>PlacesEditor</name>
    <message>
        <source>Help near you</source>
        <translation>Ayuda cerca de usted</translation>
    </message>
    <message>
        <source>Places that can help</source>
        <translation>Lugares que pueden ayudar</translation>
    </message>
    <message>
        <source>Places are found from the needs in the completed assessment.</source>
        <translation>Los lugares se buscan según las necesidades de la evaluación completa.</translation>
    </message>
    <message>
        <source>The directory has no place for these needs.</source>
        <translation>El directorio no tiene lugares para estas necesidades.</translation>
    </message>
    <message>
        <source>{chosen} of {most} that fit on paper</source>
        <translation>{chosen} de {most} que caben en el papel</translation>
    </message>
    <message>
        <source>Call first</source>
        <translation>Llame primero</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Where and when</source>
        <translation>Dónde y cuándo</translation>
    </message>
    <message>
        <source>Save where and when</source>
        <translation>Guardar dónde y cuándo</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Carpeta</translation>
    </message>
    <message>
        <source>On another drive than the data, for example a USB drive or a network folder. What lies there is sealed: nobody reads it without the keys.</source>
        <translation>En otra unidad que los datos, por ejemplo una memoria USB o una carpeta de red. Lo que queda allí está sellado: nadie lo lee sin las llaves.</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Daily backup</source>
        <translation>Copia diaria</translation>
    </message>
    <message>
        <source>On: made by itself while Firstlight is open</source>
        <translation>Activada: se hace sola mientras Firstlight está abierto</translation>
    </message>
    <message>
        <source>Off: only when someone presses Back up now</source>
        <translation>Desactivada: solo cuando alguien pulsa Hacer una copia ahora</translation>
    </message>
    <message>
        <source>From which hour</source>
        <translation>Desde qué hora</translation>
    </message>
    <message>
        <source>0 to 23. It is made at the next quiet moment after that, or when Firstlight is closed.</source>
        <translation>De 0 a 23. Se hace en el siguiente momento tranquilo después de esa hora, o al cerrar Firstlight.</translation>
    </message>
    <message>
        <source>Type an hour from 0 to 23.</source>
        <translation>Escriba una hora de 0 a 23.</translation>
    </message>
</context>
<context>
    <name>PlanSide</name>
    <message>
        <source>On paper</source>
        <translation>En papel</translation>
    </message>
    <message>
        <source>Go over it again</source>
        <translation>Repasarlo</translation>
    </message>
    <message>
        <source>Card, folded, neutral title</source>
        <translation>Tarjeta doblada, título neutro</translation>
    </message>
</context>
<context>
    <name>PresenceChips</name>
    <message>
        <source>No one else</source>
        <translation>Nadie más</translation>
    </message>
</context>
<context>
    <name>PrintPanel</name>
    <message>
        <source>Print here</source>
        <translation>Imprimir aquí</translation>
    </message>
    <message>
        <source>Which printer</source>
        <translation>Qué impresora</translation>
    </message>
    <message>
        <source>Save as a file</source>
        <translation>Guardar como archivo</translation>
    </message>
    <message>
        <source>The pages are being made. Then they can be printed.</source>
        <translation>Se están preparando las páginas. Después se pueden imprimir.</translation>
    </message>
    <message>
        <source>The whole packet, with the safety plan if it is chosen.</source>
        <translation>El paquete entero, con el plan de seguridad si se eligió.</translation>
    </message>
    <message>
        <source>Print 1 page</source>
        <translation>Imprimir 1 página</translation>
    </message>
    <message numerus="yes">
        <source>Print %n pages</source>
        <translation>
            <numerusform>Imprimir %n página</numerusform>
            <numerusform>Imprimir %n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Imprimir</translation>
    </message>
    <message>
        <source>Being made</source>
        <translation>En preparación</translation>
    </message>
    <message>
        <source>Choose a printer</source>
        <translation>Elija una impresora</translation>
    </message>
</context>
<context>
    <name>PrintedPanel</name>
    <message>
        <source>Printed today</source>
        <translation>Impresos hoy</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Nada todavía</translation>
    </message>
    <message>
        <source>{count} printed</source>
        <translation>Impresos: {count}</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n página</numerusform>
            <numerusform>%n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>{time}   {alias}, {pages}</source>
        <translation>{time}   {alias}, {pages}</translation>
    </message>
    <message>
        <source>{time}   A packet that cannot be opened</source>
        <translation>{time}   Un paquete que no se puede abrir</translation>
    </message>
    <message>
        <source>Mark {mark}</source>
        <translation>Marca {mark}</translation>
    </message>
</context>
<context>
    <name>PrintersPanel</name>
    <message>
        <source>Printers</source>
        <translation>Impresoras</translation>
    </message>
    <message>
        <source>Ready, prints</source>
        <translation>Lista, imprime</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Lista</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>This question opens when the room is private.</source>
        <translation>Esta pregunta se abre cuando hay privacidad.</translation>
    </message>
    <message>
        <source>An answer is kept aside until the room is private.</source>
        <translation>Hay una respuesta apartada hasta que haya privacidad.</translation>
    </message>
    <message>
        <source>Please check: {sentence}</source>
        <translation>Por favor, revise: {sentence}</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>Alerts open now</source>
        <translation>Alertas abiertas ahora</translation>
    </message>
    <message>
        <source>Waiting for review</source>
        <translation>En espera de revisión</translation>
    </message>
    <message>
        <source>{kind}. {name}</source>
        <translation>{kind}. {name}</translation>
    </message>
    <message>
        <source>Another reviewer signs</source>
        <translation>Firma otra persona</translation>
    </message>
    <message numerus="yes">
        <source>%n flag(s)</source>
        <translation>
            <numerusform>%n señal</numerusform>
            <numerusform>%n señales</numerusform>
        </translation>
    </message>
    <message>
        <source>No flags</source>
        <translation>Sin señales</translation>
    </message>
    <message numerus="yes">
        <source>%n without answer</source>
        <translation>
            <numerusform>%n sin respuesta</numerusform>
            <numerusform>%n sin respuesta</numerusform>
        </translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Con retraso</translation>
    </message>
</context>
<context>
    <name>QueueWords</name>
    <message>
        <source>Stopped. Look at the printer, or ask IT to start it</source>
        <translation>Detenida. Mire la impresora o pida a informática que la active</translation>
    </message>
    <message>
        <source>The print system of this computer keeps printed pages on its disk. You can print. Ask IT to set “PreserveJobFiles No” in its settings.</source>
        <translation>El sistema de impresión de este equipo guarda en su disco las páginas impresas. Se puede imprimir. Pida a informática que ponga «PreserveJobFiles No» en su configuración.</translation>
    </message>
    <message>
        <source>This computer has no printer that Firstlight can use. You can save the packet as a file and print it from there.</source>
        <translation>Este equipo no tiene una impresora que Firstlight pueda usar. Puede guardar el paquete como archivo e imprimirlo desde ahí.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Desks</source>
        <translation>Áreas</translation>
    </message>
    <message>
        <source>Cover F12</source>
        <translation>Cubrir F12</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Help F1</source>
        <translation>Ayuda F1</translation>
    </message>
</context>
<context>
    <name>RailButton</name>
    <message>
        <source>You are here</source>
        <translation>Usted está aquí</translation>
    </message>
    <message>
        <source>{desk}, {count} waiting</source>
        <translation>{desk}, en espera: {count}</translation>
    </message>
</context>
<context>
    <name>ReadOnlyEditor</name>
    <message>
        <source>Not answered</source>
        <translation>Sin respuesta</translation>
    </message>
    <message>
        <source>This kind of answer cannot be given here.</source>
        <translation>Este tipo de respuesta no se puede dar aquí.</translation>
    </message>
    <message>
        <source>The answers to choose from are not in this form.</source>
        <translation>Las respuestas para elegir no están en este formulario.</translation>
    </message>
    <message>
        <source>No value yet</source>
        <translation>Aún sin valor</translation>
    </message>
</context>
<context>
    <name>ReadingPane</name>
    <message>
        <source>Words in brackets are filled in for each person before the text is shown.</source>
        <translation>Las palabras entre corchetes se completan para cada persona antes de mostrar el texto.</translation>
    </message>
    <message>
        <source>{title}, version {version}</source>
        <translation>{title}, versión {version}</translation>
    </message>
    <message>
        <source>Not approved</source>
        <translation>Sin aprobar</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Aprobado</translation>
    </message>
</context>
<context>
    <name>ReadyPanel</name>
    <message>
        <source>Ready to print</source>
        <translation>Listos para imprimir</translation>
    </message>
    <message>
        <source>Nothing to print</source>
        <translation>Nada que imprimir</translation>
    </message>
    <message>
        <source>A packet that a specialist sends appears here. It stays for 72 hours.</source>
        <translation>Aquí aparece un paquete cuando un especialista lo envía. Queda 72 horas.</translation>
    </message>
    <message>
        <source>A packet that cannot be opened</source>
        <translation>Un paquete que no se puede abrir</translation>
    </message>
    <message>
        <source>It is damaged. A specialist can send it again.</source>
        <translation>Está dañado. Un especialista puede enviarlo otra vez.</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Español</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Inglés</translation>
    </message>
    <message>
        <source>1 page</source>
        <translation>1 página</translation>
    </message>
    <message numerus="yes">
        <source>%n pages</source>
        <translation>
            <numerusform>%n página</numerusform>
            <numerusform>%n páginas</numerusform>
        </translation>
    </message>
    <message>
        <source>{language}, {points} pt, {pages}</source>
        <translation>{language}, {points} pt, {pages}</translation>
    </message>
    <message>
        <source>to the person only</source>
        <translation>solo a la persona</translation>
    </message>
</context>
<context>
    <name>ReasonPanel</name>
    <message>
        <source>Choose a reason.</source>
        <translation>Elija un motivo.</translation>
    </message>
</context>
<context>
    <name>ReasonRow</name>
    <message>
        <source>No answer:</source>
        <translation>Sin respuesta:</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Prefirió no</translation>
    </message>
    <message>
        <source>Kept as the answer</source>
        <translation>Se guarda como respuesta</translation>
    </message>
    <message>
        <source>Unable</source>
        <translation>No pudo</translation>
    </message>
    <message>
        <source>Could not answer now; kept as the answer</source>
        <translation>No pudo contestar ahora; se guarda como respuesta</translation>
    </message>
    <message>
        <source>Not safe to ask</source>
        <translation>No es seguro preguntar</translation>
    </message>
    <message>
        <source>Never printed; comes back when private</source>
        <translation>Nunca se imprime; vuelve cuando hay privacidad</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>Stays open; goes to what is due</source>
        <translation>Queda abierta; pasa a lo pendiente</translation>
    </message>
    <message>
        <source>More reasons for no answer</source>
        <translation>Más motivos de no responder</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>{reason}: {effect}</source>
        <translation>{reason}: {effect}</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>Declined</source>
        <translation>Prefirió no</translation>
    </message>
    <message>
        <source>kept as the answer. A score that needs it is withheld.</source>
        <translation>se guarda como respuesta. El puntaje que la necesita queda sin calcular.</translation>
    </message>
    <message>
        <source>Unable</source>
        <translation>No pudo</translation>
    </message>
    <message>
        <source>Not safe to ask</source>
        <translation>No es seguro preguntar</translation>
    </message>
    <message>
        <source>never printed. A score that needs it is withheld.</source>
        <translation>nunca se imprime. El puntaje que la necesita queda sin calcular.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Más tarde</translation>
    </message>
    <message>
        <source>stays open. Complete waits for it.</source>
        <translation>queda abierta. No se puede completar sin ella.</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>No aplica</translation>
    </message>
</context>
<context>
    <name>RecalculateBar</name>
    <message>
        <source>Changed by hand</source>
        <translation>Cambiado a mano</translation>
    </message>
    <message>
        <source>Work it out again</source>
        <translation>Volver a calcular</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>New recovery codes</source>
        <translation>Nuevos códigos de recuperación</translation>
    </message>
    <message>
        <source>Two of the three codes that count now. Ask two colleagues for theirs.</source>
        <translation>Dos de los tres códigos que valen ahora. Pida los suyos a dos colegas.</translation>
    </message>
    <message>
        <source>Print on separate sheets</source>
        <translation>Imprimir en hojas separadas</translation>
    </message>
    <message>
        <source>Use the new codes</source>
        <translation>Usar los códigos nuevos</translation>
    </message>
    <message>
        <source>Write or print each on its own sheet and give the sheets to three people. Then type two of them again. Until you use them, the old codes count.</source>
        <translation>Escriba o imprima cada uno en su propia hoja y dé las hojas a tres personas. Después escriba dos de ellos otra vez. Hasta que los use, valen los códigos antiguos.</translation>
    </message>
    <message>
        <source>Code {number}</source>
        <translation>Código {number}</translation>
    </message>
    <message>
        <source>Make new codes</source>
        <translation>Hacer códigos nuevos</translation>
    </message>
    <message>
        <source>Make new ones when a sheet is lost or was seen, or when somebody who had one has left. The old codes then open nothing here any more; backups made before still open with them.</source>
        <translation>Haga códigos nuevos si una hoja se perdió o alguien la vio, o si se fue una persona que tenía una. Los códigos antiguos ya no abren nada aquí; las copias de seguridad de antes aún se abren con ellos.</translation>
    </message>
    <message>
        <source>Type two of the new codes from their sheets first.</source>
        <translation>Primero escriba dos de los códigos nuevos, leídos de sus hojas.</translation>
    </message>
</context>
<context>
    <name>RefusePanel</name>
    <message>
        <source>Why it cannot be printed</source>
        <translation>Por qué no se puede imprimir</translation>
    </message>
    <message>
        <source>Send it back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Conservar</translation>
    </message>
    <message>
        <source>Why can {alias} not be printed?</source>
        <translation>¿Por qué no se puede imprimir {alias}?</translation>
    </message>
    <message>
        <source>Choose a reason</source>
        <translation>Elija un motivo</translation>
    </message>
</context>
<context>
    <name>RepeatingEditor</name>
    <message>
        <source>Add one more</source>
        <translation>Agregar otra</translation>
    </message>
    <message>
        <source>{most} answers are the most.</source>
        <translation>{most} respuestas es lo máximo.</translation>
    </message>
    <message>
        <source>Answer {number} of {count}</source>
        <translation>Respuesta {number} de {count}</translation>
    </message>
    <message>
        <source>One answer was removed.</source>
        <translation>Se quitó una respuesta.</translation>
    </message>
</context>
<context>
    <name>RestoreFacts</name>
    <message>
        <source>Backup of {at}</source>
        <translation>Copia del {at}</translation>
    </message>
    <message>
        <source>It was checked and holds.</source>
        <translation>Se revisó y es íntegra.</translation>
    </message>
    <message>
        <source>It does not hold and cannot be put back. Use another one.</source>
        <translation>No es íntegra y no se puede restaurar. Use otra.</translation>
    </message>
    <message>
        <source>What does not hold</source>
        <translation>Lo que no es íntegro</translation>
    </message>
    <message>
        <source>Nothing is deleted: what is here now is kept aside in the data folder, and Backups lists it.</source>
        <translation>No se borra nada: lo que hay aquí ahora queda guardado aparte en la carpeta de datos, y aparece en Copias.</translation>
    </message>
    <message>
        <source>The backup of {at} is in place</source>
        <translation>La copia del {at} está en su lugar</translation>
    </message>
    <message>
        <source>Records in it: {count}</source>
        <translation>Registros que contiene: {count}</translation>
    </message>
    <message>
        <source>What was here before is kept in the data folder as {name}.</source>
        <translation>Lo que había aquí antes queda guardado en la carpeta de datos como {name}.</translation>
    </message>
    <message>
        <source>Next comes the sign-in page. Reading and drafts go on at once. Where the store before was newer, signing, release and deletion wait until an administrator and a second person confirm this under Backups. Where this computer does not hold the key of the store, the next page says how to enrol it again with two recovery codes.</source>
        <translation>Ahora viene la página de entrada. La lectura y los borradores siguen enseguida. Si el almacén anterior era más nuevo, firmar, entregar y borrar esperan hasta que un administrador y una segunda persona lo confirmen en Copias. Si este equipo no tiene la llave del almacén, la página siguiente dice cómo inscribirlo de nuevo con dos códigos de recuperación.</translation>
    </message>
    <message>
        <source>Hospital: {hospital}</source>
        <translation>Hospital: {hospital}</translation>
    </message>
    <message>
        <source>Workstation: {workstation}</source>
        <translation>Equipo: {workstation}</translation>
    </message>
    <message>
        <source>Putting it back takes: {time}</source>
        <translation>Restaurarla tarda: {time}</translation>
    </message>
    <message>
        <source>What was written after {at} is not in this backup and will be missing.</source>
        <translation>Lo que se escribió después del {at} no está en esta copia y faltará.</translation>
    </message>
    <message>
        <source>Everything written after {at} goes out of the store: answers, consents, plans, packets, signatures.</source>
        <translation>Todo lo escrito después del {at} sale del almacén: respuestas, consentimientos, planes, paquetes, firmas.</translation>
    </message>
    <message>
        <source>The store that is here now is another one than that of this backup. All of it goes out of use, and this backup of {at} takes its place.</source>
        <translation>El almacén que hay aquí ahora no es el de esta copia. Todo él deja de usarse y esta copia del {at} ocupa su lugar.</translation>
    </message>
    <message>
        <source>The store that is here now does not open, or this backup is no earlier state of it. All of it goes out of use, and everything written after {at} with it.</source>
        <translation>El almacén que hay aquí ahora no se abre, o esta copia no es un estado anterior suyo. Todo él deja de usarse, y con él todo lo escrito después del {at}.</translation>
    </message>
    <message>
        <source>Accounts, passwords and recovery codes are those of the backup.</source>
        <translation>Las cuentas, las contraseñas y los códigos de recuperación son los de la copia.</translation>
    </message>
    <message>
        <source>Access given or taken since, legal holds and erasures are taken over. Accounts closed again: {ended}. People erased again: {erased}. A password changed since may be the earlier one again.</source>
        <translation>El acceso dado o quitado desde entonces, las retenciones legales y los borrados se conservan. Cuentas cerradas de nuevo: {ended}. Personas borradas de nuevo: {erased}. Una contraseña cambiada desde entonces puede volver a ser la anterior.</translation>
    </message>
    <message>
        <source>What was decided about people after {at} cannot be taken over: whoever left since can sign in again, and whoever was erased can be read. End those accounts, set legal holds and erase again first thing after signing in.</source>
        <translation>Lo que se decidió sobre personas después del {at} no se puede conservar: quien se fue desde entonces puede entrar de nuevo y lo borrado se puede leer. Al entrar, lo primero es cerrar esas cuentas, poner las retenciones legales y volver a borrar.</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Put a backup back</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>Choose the folder or drive that the backups went to, or one backup. It is checked first; nothing changes before you confirm.</source>
        <translation>Elija la carpeta o la unidad adonde fueron las copias, o una copia. Primero se revisa; no cambia nada hasta que usted confirme.</translation>
    </message>
    <message>
        <source>Folder or file</source>
        <translation>Carpeta o archivo</translation>
    </message>
    <message>
        <source>Choose a folder</source>
        <translation>Elegir una carpeta</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Elegir un archivo</translation>
    </message>
    <message>
        <source>Backups found</source>
        <translation>Copias encontradas</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Choose another</source>
        <translation>Elegir otra</translation>
    </message>
    <message>
        <source>Look there</source>
        <translation>Buscar ahí</translation>
    </message>
    <message>
        <source>Put this backup in place</source>
        <translation>Poner esta copia en su lugar</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Its numbers are missing</source>
        <translation>Faltan sus números</translation>
    </message>
    <message>
        <source>Store {id}. {facts}</source>
        <translation>Almacén {id}. {facts}</translation>
    </message>
    <message>
        <source>Choose a folder or a file.</source>
        <translation>Elija una carpeta o un archivo.</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>Review desk</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>You wrote this visit, so another reviewer signs it.</source>
        <translation>Usted escribió esta visita, así que la firma otra persona.</translation>
    </message>
    <message>
        <source>{alias} was returned to {name}.</source>
        <translation>Se devolvió {alias} a {name}.</translation>
    </message>
    <message>
        <source>{alias} is signed. It cannot be changed.</source>
        <translation>La visita de {alias} está firmada. No se puede cambiar.</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Review desk</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Which answers</source>
        <translation>Qué respuestas</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Sign off</source>
        <translation>Firmar</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Nothing waiting</source>
        <translation>Nada en espera</translation>
    </message>
    <message>
        <source>{count} waiting, oldest {age}</source>
        <translation>En espera: {count}, la más antigua {age}</translation>
    </message>
    <message numerus="yes">
        <source>Return with %n comment(s)</source>
        <translation>
            <numerusform>Devolver con %n comentario</numerusform>
            <numerusform>Devolver con %n comentarios</numerusform>
        </translation>
    </message>
    <message>
        <source>Flags {count}</source>
        <translation>Señales {count}</translation>
    </message>
    <message>
        <source>Missing {count}</source>
        <translation>Sin respuesta {count}</translation>
    </message>
    <message>
        <source>Comments {count}</source>
        <translation>Comentarios {count}</translation>
    </message>
    <message>
        <source>All {count}</source>
        <translation>Todas {count}</translation>
    </message>
    <message>
        <source>Comment on an answer before you return it.</source>
        <translation>Comente una respuesta antes de devolver.</translation>
    </message>
</context>
<context>
    <name>RoomButton</name>
    <message>
        <source>Room: {count}</source>
        <translation>Presentes: {count}</translation>
    </message>
    <message>
        <source>private</source>
        <translation>privado</translation>
    </message>
    <message>
        <source>not private</source>
        <translation>sin privacidad</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>Room and capacity</source>
        <translation>Privacidad y capacidad</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Anotar</translation>
    </message>
    <message>
        <source>Note the room and capacity</source>
        <translation>Anotar la privacidad y la capacidad</translation>
    </message>
</context>
<context>
    <name>RoomControls</name>
    <message>
        <source>In the room</source>
        <translation>Quién está presente</translation>
    </message>
    <message>
        <source>How it is interpreted</source>
        <translation>Cómo se hace la interpretación</translation>
    </message>
    <message>
        <source>Private now</source>
        <translation>Privado ahora</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Interpreter</source>
        <translation>Intérprete</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Tutor</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Familia</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Pareja</translation>
    </message>
    <message>
        <source>Friends</source>
        <translation>Amigos</translation>
    </message>
    <message>
        <source>Police</source>
        <translation>Policía</translation>
    </message>
    <message>
        <source>Roommate</source>
        <translation>Otro paciente</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Otros</translation>
    </message>
</context>
<context>
    <name>RoomPanel</name>
    <message>
        <source>To start without noting this, open the step itself.</source>
        <translation>Para empezar sin anotar esto, abra el paso.</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar otra vez</translation>
    </message>
    <message>
        <source>Who else is here?</source>
        <translation>¿Quién más está aquí?</translation>
    </message>
    <message>
        <source>Is it private now?</source>
        <translation>¿Hay privacidad ahora?</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Can the person decide now?</source>
        <translation>¿Puede decidir la persona ahora?</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>Hay dudas</translation>
    </message>
    <message>
        <source>Understands, weighs it, and tells a choice. It can change.</source>
        <translation>Entiende, lo piensa y dice lo que elige. Puede cambiar.</translation>
    </message>
    <message>
        <source>Before you start</source>
        <translation>Antes de empezar</translation>
    </message>
    <message>
        <source>Room and capacity</source>
        <translation>Privacidad y capacidad</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Answer this one.</source>
        <translation>Conteste esta pregunta.</translation>
    </message>
</context>
<context>
    <name>RowActs</name>
    <message>
        <source>Added: {title}, {number} of {count}</source>
        <translation>Agregado: {title}, {number} de {count}</translation>
    </message>
    <message>
        <source>{title}, {number} of {count}</source>
        <translation>{title}, {number} de {count}</translation>
    </message>
    <message>
        <source>Removed: {row}. Its answers are kept until you complete.</source>
        <translation>Se quitó: {row}. Sus respuestas se guardan hasta que termine.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Moved: now {number} of {count}</source>
        <translation>Movido: ahora {number} de {count}</translation>
    </message>
</context>
<context>
    <name>RowBar</name>
    <message>
        <source>{title}, {number} of {count}</source>
        <translation>{title}, {number} de {count}</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Subir</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Bajar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>{act}: {row}</source>
        <translation>{act}: {row}</translation>
    </message>
    <message>
        <source>Move up (Alt+Up)</source>
        <translation>Subir (Alt+Arriba)</translation>
    </message>
    <message>
        <source>Move down (Alt+Down)</source>
        <translation>Bajar (Alt+Abajo)</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>This record was returned. The comments stand beside the questions.</source>
        <translation>Este registro se devolvió. Los comentarios están junto a las preguntas.</translation>
    </message>
    <message>
        <source>{alias}, resumed.</source>
        <translation>{alias}, continúa.</translation>
    </message>
    <message>
        <source>{alias}, resumed at question {number}.</source>
        <translation>{alias}, continúa en la pregunta {number}.</translation>
    </message>
</context>
<context>
    <name>SaveFileDialog</name>
    <message>
        <source>Save the packet as a file</source>
        <translation>Guardar el paquete como archivo</translation>
    </message>
    <message>
        <source>PDF file (*.pdf)</source>
        <translation>Archivo PDF (*.pdf)</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>Saved again. Nothing was lost.</source>
        <translation>Guardado de nuevo. No se perdió nada.</translation>
    </message>
</context>
<context>
    <name>ScopeEditor</name>
    <message>
        <source>What is shared</source>
        <translation>Qué se comparte</translation>
    </message>
    <message>
        <source>Choose together. The text on the left follows.</source>
        <translation>Elijan juntos. El texto de la izquierda cambia.</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Último día</translation>
    </message>
</context>
<context>
    <name>ScorePanel</name>
    <message>
        <source>Missing</source>
        <translation>Faltan</translation>
    </message>
    <message>
        <source>{done} of {total} answered</source>
        <translation>{done} de {total} contestadas</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Ir</translation>
    </message>
    <message>
        <source>Every other question stays open while you wait.</source>
        <translation>Las demás preguntas siguen abiertas mientras espera.</translation>
    </message>
    <message>
        <source>The next page opens when what is needed on this one is done.</source>
        <translation>La página siguiente se abre cuando esta tenga lo que hace falta.</translation>
    </message>
    <message>
        <source>You can go on. Only Complete needs every answer or a reason.</source>
        <translation>Puede seguir. Solo al completar hace falta cada respuesta o un motivo.</translation>
    </message>
    <message>
        <source>Nothing is missing. Complete is open on the last section.</source>
        <translation>No falta nada. Puede completar en la última sección.</translation>
    </message>
    <message>
        <source>1 alert open</source>
        <translation>1 alerta abierta</translation>
    </message>
    <message>
        <source>{count} alerts open</source>
        <translation>{count} alertas abiertas</translation>
    </message>
    <message>
        <source>Complete waits for it</source>
        <translation>No se puede completar sin el aviso</translation>
    </message>
    <message>
        <source>Score withheld</source>
        <translation>Puntaje sin calcular</translation>
    </message>
    <message>
        <source>{score}: {missing} of {total} missing</source>
        <translation>{score}: sin respuesta {missing} de {total}</translation>
    </message>
</context>
<context>
    <name>ScoreReader</name>
    <message>
        <source>1 question</source>
        <translation>1 pregunta</translation>
    </message>
    <message>
        <source>{count} questions</source>
        <translation>{count} preguntas</translation>
    </message>
    <message>
        <source>hand-off open</source>
        <translation>aviso pendiente</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>y {count} más</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} por contestar</translation>
    </message>
    <message>
        <source>look again</source>
        <translation>mire otra vez</translation>
    </message>
    <message>
        <source>here</source>
        <translation>aquí</translation>
    </message>
    <message>
        <source>open</source>
        <translation>abierta</translation>
    </message>
    <message>
        <source>Alert</source>
        <translation>Alerta</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>En privado</translation>
    </message>
    <message>
        <source>{number} {question}</source>
        <translation>{number} {question}</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>prefirió no</translation>
    </message>
    <message>
        <source>unable</source>
        <translation>no pudo</translation>
    </message>
    <message>
        <source>not safe to ask</source>
        <translation>no es seguro preguntar</translation>
    </message>
    <message>
        <source>later</source>
        <translation>más tarde</translation>
    </message>
    <message>
        <source>does not apply</source>
        <translation>no aplica</translation>
    </message>
</context>
<context>
    <name>SecretsPanel</name>
    <message>
        <source>Your password and PIN</source>
        <translation>Su contraseña y su PIN</translation>
    </message>
    <message>
        <source>Your present password</source>
        <translation>Su contraseña actual</translation>
    </message>
    <message>
        <source>Fill in what you want to change and leave the rest empty. Nobody can look either of them up. A forgotten password is replaced by an administrator&apos;s code.</source>
        <translation>Llene lo que quiera cambiar y deje vacío lo demás. Nadie puede consultarlos. Una contraseña olvidada se reemplaza con un código de un administrador.</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Contraseña nueva otra vez</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>Cambiando</translation>
    </message>
    <message>
        <source>Type the password that you use now.</source>
        <translation>Escriba la contraseña que usa ahora.</translation>
    </message>
    <message>
        <source>Type a new password, a new PIN or both.</source>
        <translation>Escriba una contraseña nueva, un PIN nuevo o ambos.</translation>
    </message>
</context>
<context>
    <name>SectionList</name>
    <message>
        <source>{answered} of {total}</source>
        <translation>{answered} de {total}</translation>
    </message>
    <message>
        <source>closed until it is private</source>
        <translation>cerrada hasta que haya privacidad</translation>
    </message>
    <message>
        <source>done</source>
        <translation>hecho</translation>
    </message>
    <message>
        <source>in progress</source>
        <translation>en curso</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>sin empezar</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>planeado</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>said no</source>
        <translation>dijo que no</translation>
    </message>
    <message>
        <source>later</source>
        <translation>más tarde</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>cerrado</translation>
    </message>
    <message>
        <source>look here</source>
        <translation>mire aquí</translation>
    </message>
    <message>
        <source>alert open</source>
        <translation>alerta abierta</translation>
    </message>
</context>
<context>
    <name>SectionsPanel</name>
    <message>
        <source>Sections</source>
        <translation>Secciones</translation>
    </message>
    <message>
        <source>Open only while the room is private</source>
        <translation>Abierta solo mientras hay privacidad</translation>
    </message>
</context>
<context>
    <name>SetUpKey</name>
    <message>
        <source>How this workstation is opened</source>
        <translation>Cómo se abre este equipo</translation>
    </message>
    <message>
        <source>By the keyring of this computer (recommended)</source>
        <translation>Con el llavero de este equipo (recomendado)</translation>
    </message>
    <message>
        <source>By a passphrase typed at each start</source>
        <translation>Con una frase de acceso escrita en cada inicio</translation>
    </message>
    <message>
        <source>Passphrase of this workstation</source>
        <translation>Frase de acceso de este equipo</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Frase de acceso otra vez</translation>
    </message>
    <message>
        <source>The key is kept by the operating system and opens with the account of this computer. People only type their own password.</source>
        <translation>El sistema operativo guarda la llave y la abre con la cuenta de este equipo. Cada persona escribe solo su propia contraseña.</translation>
    </message>
    <message>
        <source>Someone types it each time Firstlight starts. Nobody can look it up: without it, two recovery codes are needed. In this way an older copy of the store, put back in its place, is noticed only by comparing it with printed packets.</source>
        <translation>Alguien la escribe cada vez que se abre Firstlight. Nadie puede consultarla: sin ella hacen falta dos códigos de recuperación. De esta manera, si se repone una copia más antigua del almacén, solo se nota al compararla con los paquetes impresos.</translation>
    </message>
    <message>
        <source>This computer offers no keyring, so a passphrase is used. {more}</source>
        <translation>Este equipo no ofrece un llavero, así que se usa una frase de acceso. {more}</translation>
    </message>
</context>
<context>
    <name>SetUpPage</name>
    <message>
        <source>Set up this workstation</source>
        <translation>Configurar este equipo</translation>
    </message>
    <message>
        <source>Nothing is stored until you press Make the store. No patient is entered here.</source>
        <translation>No se guarda nada hasta que pulse Crear el almacén. Aquí no se anota ningún paciente.</translation>
    </message>
    <message>
        <source>Who begins here</source>
        <translation>Quién empieza aquí</translation>
    </message>
    <message>
        <source>How this workstation is opened</source>
        <translation>Cómo se abre este equipo</translation>
    </message>
    <message>
        <source>Making the store</source>
        <translation>Creando el almacén</translation>
    </message>
    <message>
        <source>Making keys and the store</source>
        <translation>Creando las llaves y el almacén</translation>
    </message>
    <message>
        <source>Hospital</source>
        <translation>Hospital</translation>
    </message>
    <message>
        <source>Name of this workstation</source>
        <translation>Nombre de este equipo</translation>
    </message>
    <message>
        <source>As it is known on the ward, so that nobody takes the wrong cart.</source>
        <translation>Como se conoce en la sala, para que nadie tome el carro equivocado.</translation>
    </message>
    <message>
        <source>Where this is</source>
        <translation>Dónde está</translation>
    </message>
    <message>
        <source>What happens next</source>
        <translation>Qué sigue</translation>
    </message>
    <message>
        <source>You will see three recovery codes and a one-time code for each person, once. Have pen and paper ready. Each person then chooses a password and a PIN with the code. Before the first signature the administrator approves the consent texts.</source>
        <translation>Verá una sola vez tres códigos de recuperación y un código de un solo uso para cada persona. Tenga a mano lápiz y papel. Después cada persona elige con su código una contraseña y un PIN. Antes de la primera firma, el administrador aprueba los textos de consentimiento.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Make the store</source>
        <translation>Crear el almacén</translation>
    </message>
    <message>
        <source>Type the name of the hospital.</source>
        <translation>Escriba el nombre del hospital.</translation>
    </message>
    <message>
        <source>Type a name for this cart.</source>
        <translation>Escriba un nombre para este carro.</translation>
    </message>
</context>
<context>
    <name>SetUpPeople</name>
    <message>
        <source>Type a name.</source>
        <translation>Escriba un nombre.</translation>
    </message>
    <message>
        <source>Type a sign-in name.</source>
        <translation>Escriba un nombre de entrada.</translation>
    </message>
    <message>
        <source>Someone above has this sign-in name. Choose another.</source>
        <translation>Otra persona de arriba tiene este nombre de entrada. Elija otro.</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Administrador</translation>
    </message>
    <message>
        <source>Certifies people and approves consent texts; reads no records.</source>
        <translation>Autoriza a las personas y aprueba los textos de consentimiento; no lee registros.</translation>
    </message>
    <message>
        <source>First intervention specialist</source>
        <translation>Primer especialista en intervención</translation>
    </message>
    <message>
        <source>Works at the bedside. More specialists can follow.</source>
        <translation>Trabaja junto a la cama. Después se pueden agregar más especialistas.</translation>
    </message>
    <message>
        <source>First nurse manager</source>
        <translation>Primera jefatura de enfermería</translation>
    </message>
    <message>
        <source>Reviews and signs off what others wrote.</source>
        <translation>Revisa y firma lo que otras personas escribieron.</translation>
    </message>
    <message>
        <source>First person of the packet desk</source>
        <translation>Primera persona de entrega de paquetes</translation>
    </message>
    <message>
        <source>Prints packets that are ready; sees nothing else.</source>
        <translation>Imprime los paquetes listos; no ve nada más.</translation>
    </message>
</context>
<context>
    <name>ShellWindow</name>
    <message>
        <source>Demo: invented people only</source>
        <translation>Demostración: solo personas inventadas</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Guardando</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Sin guardar</translation>
    </message>
    <message>
        <source>Not saved yet</source>
        <translation>Aún sin guardar</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Guardado {time}</translation>
    </message>
    <message>
        <source>All work saved</source>
        <translation>Todo guardado</translation>
    </message>
    <message>
        <source>Demo</source>
        <translation>Demostración</translation>
    </message>
    <message>
        <source>Worklist</source>
        <translation>Lista</translation>
    </message>
    <message>
        <source>Reach</source>
        <translation>Alcance</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Packets</source>
        <translation>Paquetes</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Textos</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formularios</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contactos</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Reglas</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>Copias</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Oversight</source>
        <translation>Supervisión</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personas</translation>
    </message>
    <message>
        <source>specialist</source>
        <translation>especialista</translation>
    </message>
    <message>
        <source>nurse manager</source>
        <translation>jefatura de enfermería</translation>
    </message>
    <message>
        <source>packet desk</source>
        <translation>entrega de paquetes</translation>
    </message>
    <message>
        <source>privacy officer</source>
        <translation>responsable de privacidad</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrador</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <source>Cover the screen</source>
        <translation>Cubrir la pantalla</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Bloquear</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
    <message>
        <source>Next part of the screen</source>
        <translation>Siguiente parte de la pantalla</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Texto más pequeño</translation>
    </message>
    <message>
        <source>Text at 100 %</source>
        <translation>Texto al 100 %</translation>
    </message>
    <message>
        <source>Next section; under review, the next flag</source>
        <translation>Sección siguiente; en la revisión, la señal siguiente</translation>
    </message>
    <message>
        <source>Undo the last change</source>
        <translation>Deshacer el último cambio</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Turn the screen to the patient</source>
        <translation>Girar la pantalla hacia el paciente</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Persona nueva</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Buscar a una persona</translation>
    </message>
    <message>
        <source>Move an answer or a row</source>
        <translation>Mover una respuesta o una fila</translation>
    </message>
    <message>
        <source>Turn the pages of a preview</source>
        <translation>Pasar las páginas de una vista previa</translation>
    </message>
    <message>
        <source>Choose an answer of the question</source>
        <translation>Elegir una respuesta de la pregunta</translation>
    </message>
</context>
<context>
    <name>ShortcutsPanel</name>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Change what is shared</source>
        <translation>Cambiar qué se comparte</translation>
    </message>
</context>
<context>
    <name>SignArea</name>
    <message>
        <source>Says yes: the person, printed name</source>
        <translation>Dice que sí: la persona, nombre en letra de molde</translation>
    </message>
    <message>
        <source>Signer: representative, printed name</source>
        <translation>Firma: representante, nombre en letra de molde</translation>
    </message>
    <message>
        <source>Signer: the person, printed name</source>
        <translation>Firma: la persona, nombre en letra de molde</translation>
    </message>
    <message>
        <source>The text changed, so the signature was taken away. Sign again.</source>
        <translation>El texto cambió y por eso se quitó la firma. Firme otra vez.</translation>
    </message>
</context>
<context>
    <name>SignInPage</name>
    <message>
        <source>Sign in</source>
        <translation>Entrar</translation>
    </message>
    <message>
        <source>Workstation {name}</source>
        <translation>Equipo {name}</translation>
    </message>
    <message>
        <source>Checking</source>
        <translation>Comprobando</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Type your password</source>
        <translation>Escriba su contraseña</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>I cannot sign in</source>
        <translation>No puedo entrar</translation>
    </message>
    <message>
        <source>Works without network</source>
        <translation>Funciona sin red</translation>
    </message>
    <message>
        <source>Demo: invented people only. Do not enter a real person.</source>
        <translation>Demostración: solo personas inventadas. No anote a una persona real.</translation>
    </message>
    <message>
        <source>Type your name.</source>
        <translation>Escriba su nombre.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Escriba su contraseña.</translation>
    </message>
</context>
<context>
    <name>SignPanel</name>
    <message>
        <source>Before you sign</source>
        <translation>Antes de firmar</translation>
    </message>
    <message>
        <source>{form}, form {version}</source>
        <translation>{form}, formulario {version}</translation>
    </message>
    <message>
        <source>Version {number}: {time}, {name}</source>
        <translation>Versión {number}: {time}, {name}</translation>
    </message>
    <message>
        <source>{name} confirmed {time} that our hospital may use this form.</source>
        <translation>{name} confirmó el {time} que nuestro hospital puede usar este formulario.</translation>
    </message>
    <message>
        <source>Every alert reached a clinician</source>
        <translation>Cada alerta llegó a un clínico</translation>
    </message>
    <message>
        <source>Private before sensitive parts</source>
        <translation>Privacidad antes de las partes delicadas</translation>
    </message>
    <message numerus="yes">
        <source>%n without an answer</source>
        <translation>
            <numerusform>%n sin respuesta</numerusform>
            <numerusform>%n sin respuesta</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n comment(s) open</source>
        <translation>
            <numerusform>%n comentario abierto</numerusform>
            <numerusform>%n comentarios abiertos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SignatureCanvas</name>
    <message>
        <source>Signature</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Sign with pen, finger or mouse. Press Enter when the person cannot sign.</source>
        <translation>Firme con lápiz, dedo o ratón. Pulse Enter si la persona no puede firmar.</translation>
    </message>
</context>
<context>
    <name>SignatureList</name>
    <message>
        <source>Signed as: {role}</source>
        <translation>Firmó como: {role}</translation>
    </message>
    <message>
        <source>Taken by {staff}, {workstation}</source>
        <translation>La tomó {staff}, {workstation}</translation>
    </message>
    <message>
        <source>Signature of {name}</source>
        <translation>Firma de {name}</translation>
    </message>
</context>
<context>
    <name>SignaturePad</name>
    <message>
        <source>Undo stroke</source>
        <translation>Deshacer trazo</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
</context>
<context>
    <name>SignaturePanel</name>
    <message>
        <source>Printed name of who signs</source>
        <translation>Nombre en letra de molde de quien firma</translation>
    </message>
    <message>
        <source>Cannot sign</source>
        <translation>No puede firmar</translation>
    </message>
    <message>
        <source>Says yes out loud, with a witness</source>
        <translation>Dice que sí en voz alta, con testigo</translation>
    </message>
    <message>
        <source>Makes a mark, with a witness</source>
        <translation>Hace una marca, con testigo</translation>
    </message>
    <message>
        <source>Guardian or representative signs</source>
        <translation>Firma el tutor o representante</translation>
    </message>
    <message>
        <source>Witness, name and role</source>
        <translation>Testigo, nombre y función</translation>
    </message>
    <message>
        <source>By what right, such as mother or legal guardian</source>
        <translation>Con qué derecho, por ejemplo madre o tutor legal</translation>
    </message>
    <message>
        <source>Keep signature</source>
        <translation>Guardar la firma</translation>
    </message>
    <message>
        <source>Sign again</source>
        <translation>Firmar de nuevo</translation>
    </message>
    <message>
        <source>Signature: {part}</source>
        <translation>Firma: {part}</translation>
    </message>
    <message>
        <source>Signs as: {role}</source>
        <translation>Firma como: {role}</translation>
    </message>
    <message>
        <source>Date: {date}</source>
        <translation>Fecha: {date}</translation>
    </message>
    <message>
        <source>Sign with pen, finger or mouse. Press Enter when the person cannot sign.</source>
        <translation>Firme con lápiz, dedo o ratón. Pulse Enter si la persona no puede firmar.</translation>
    </message>
</context>
<context>
    <name>SignatureWords</name>
    <message>
        <source>author</source>
        <translation>autor</translation>
    </message>
    <message>
        <source>co-author</source>
        <translation>coautor</translation>
    </message>
    <message>
        <source>co-participant</source>
        <translation>coparticipante</translation>
    </message>
    <message>
        <source>verification</source>
        <translation>verificación</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>validación</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>consentimiento</translation>
    </message>
    <message>
        <source>witness of the signature</source>
        <translation>testigo de la firma</translation>
    </message>
    <message>
        <source>witness of the event</source>
        <translation>testigo del hecho</translation>
    </message>
    <message>
        <source>witness of the identity</source>
        <translation>testigo de la identidad</translation>
    </message>
    <message>
        <source>witness of the consent</source>
        <translation>testigo del consentimiento</translation>
    </message>
    <message>
        <source>interpreter</source>
        <translation>intérprete</translation>
    </message>
    <message>
        <source>review</source>
        <translation>revisión</translation>
    </message>
    <message>
        <source>source</source>
        <translation>fuente</translation>
    </message>
    <message>
        <source>Mark of {name}, {time}</source>
        <translation>Marca de {name}, {time}</translation>
    </message>
    <message>
        <source>{name} said yes out loud, {time}</source>
        <translation>{name} dijo que sí en voz alta, {time}</translation>
    </message>
    <message>
        <source>{name} signed as representative, {time}</source>
        <translation>{name} firmó como representante, {time}</translation>
    </message>
    <message>
        <source>Signed by {name}, {time}</source>
        <translation>Firmado por {name}, {time}</translation>
    </message>
    <message>
        <source>Witness: {name}</source>
        <translation>Testigo: {name}</translation>
    </message>
    <message>
        <source>Right to sign: {right}</source>
        <translation>Derecho a firmar: {right}</translation>
    </message>
</context>
<context>
    <name>Signing</name>
    <message>
        <source>Still to be signed: {where}. What you answered is kept.</source>
        <translation>Aún falta firmar: {where}. Lo que respondió queda guardado.</translation>
    </message>
    <message>
        <source>An answer changed under the signature of {name}, so it no longer counts: {part}. Ask to sign again.</source>
        <translation>Cambió una respuesta bajo la firma de {name}, por eso ya no vale: {part}. Pida que firme de nuevo.</translation>
    </message>
</context>
<context>
    <name>SliderEditor</name>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>from {least} to {most}</source>
        <translation>de {least} a {most}</translation>
    </message>
    <message>
        <source>No value yet</source>
        <translation>Aún sin valor</translation>
    </message>
</context>
<context>
    <name>SpinnerEditor</name>
    <message>
        <source>Less: {question}</source>
        <translation>Menos: {question}</translation>
    </message>
    <message>
        <source>More: {question}</source>
        <translation>Más: {question}</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Menos</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
</context>
<context>
    <name>StepsEditor</name>
    <message>
        <source>My next steps</source>
        <translation>Mis próximos pasos</translation>
    </message>
    <message>
        <source>Short sentences. A phone number at the end is printed large.</source>
        <translation>Frases cortas. Un teléfono al final se imprime en grande.</translation>
    </message>
    <message>
        <source>Step {number}</source>
        <translation>Paso {number}</translation>
    </message>
    <message>
        <source>The packet is in Spanish: write this one in Spanish.</source>
        <translation>El paquete está en español: escriba este paso en español.</translation>
    </message>
    <message>
        <source>The packet is in English: write this one in English.</source>
        <translation>El paquete está en inglés: escriba este paso en inglés.</translation>
    </message>
    <message>
        <source>This reads like what happened. Somebody else may see the paper: keep to what comes next.</source>
        <translation>Esto parece contar lo que pasó. Otra persona puede ver el papel: escriba solo lo que sigue.</translation>
    </message>
</context>
<context>
    <name>SuggestionBar</name>
    <message>
        <source>Suggested by the form</source>
        <translation>Lo que el formulario sugiere</translation>
    </message>
    <message>
        <source>Suggested answer to {question}: {answer}</source>
        <translation>Respuesta sugerida a {question}: {answer}</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>{tab}: {mark}</source>
        <translation>{tab}: {mark}</translation>
    </message>
</context>
<context>
    <name>TableCell</name>
    <message>
        <source>Choose</source>
        <translation>Elegir</translation>
    </message>
    <message>
        <source>{row}, {column}</source>
        <translation>{row}, {column}</translation>
    </message>
</context>
<context>
    <name>TakeOverPanel</name>
    <message>
        <source>Take over the draft</source>
        <translation>Tomar el borrador</translation>
    </message>
    <message>
        <source>{name} began this draft. If you go on with it, that is logged, and {name} no longer writes in it. What was answered stays.</source>
        <translation>{name} empezó este borrador. Si usted sigue con él, queda registrado y {name} ya no escribe en él. Lo contestado se conserva.</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>Close this panel</source>
        <translation>Cerrar este panel</translation>
    </message>
    <message>
        <source>This is not saved yet. Save it here first, or press once more to drop it.</source>
        <translation>Esto aún no está guardado. Guárdelo aquí primero, o pulse otra vez para descartarlo.</translation>
    </message>
</context>
<context>
    <name>TextEditor</name>
    <message>
        <source>Type a whole address, such as https://one.example</source>
        <translation>Escriba una dirección completa, como https://one.example</translation>
    </message>
</context>
<context>
    <name>TextPanel</name>
    <message>
        <source>Language of the text</source>
        <translation>Idioma del texto</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Ambos</translation>
    </message>
    <message>
        <source>Text of the consent</source>
        <translation>Texto del consentimiento</translation>
    </message>
    <message>
        <source>Arrow keys scroll</source>
        <translation>Las flechas mueven el texto</translation>
    </message>
    <message>
        <source>Text version {version}. The {language} text is the one signed</source>
        <translation>Versión {version} del texto. Se firma el texto en {language}</translation>
    </message>
    <message>
        <source>Text version {version}. Kept in {language}, as it was shown</source>
        <translation>Versión {version} del texto. Se guardó en {language}, como se mostró</translation>
    </message>
    <message>
        <source>End of the text</source>
        <translation>Fin del texto</translation>
    </message>
    <message>
        <source>More below</source>
        <translation>Sigue más abajo</translation>
    </message>
</context>
<context>
    <name>TextsController</name>
    <message>
        <source>Consent texts</source>
        <translation>Textos de consentimiento</translation>
    </message>
    <message>
        <source>{title} is approved. Signatures are taken on it from now on.</source>
        <translation>Se aprobó {title}. Desde ahora se puede firmar.</translation>
    </message>
</context>
<context>
    <name>TextsView</name>
    <message>
        <source>Consent texts</source>
        <translation>Textos de consentimiento</translation>
    </message>
    <message>
        <source>{approved} of {total} approved</source>
        <translation>{approved} de {total} aprobados</translation>
    </message>
    <message>
        <source>Who approved this text</source>
        <translation>Quién aprobó este texto</translation>
    </message>
    <message>
        <source>The office or person who decided, for example counsel or the privacy office. The approval covers both languages of exactly this version.</source>
        <translation>La oficina o la persona que decidió, por ejemplo el área legal o la oficina de privacidad. La aprobación cubre los dos idiomas de esta versión exacta.</translation>
    </message>
    <message>
        <source>Approve this version</source>
        <translation>Aprobar esta versión</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>{version}. Not approved: no signatures are taken on it</source>
        <translation>{version}. Sin aprobar: no se puede firmar</translation>
    </message>
    <message>
        <source>{version}. Approved by {name}, {at}</source>
        <translation>{version}. Aprobado por {name}, {at}</translation>
    </message>
    <message>
        <source>Approved by {name}, {at}: signatures are taken on this version</source>
        <translation>Aprobado por {name}, {at}: se puede firmar</translation>
    </message>
    <message>
        <source>Opens when the approver is named below the text</source>
        <translation>Se abre al escribir quién lo aprobó debajo del texto</translation>
    </message>
    <message>
        <source>Saving the approval</source>
        <translation>Guardando la aprobación</translation>
    </message>
</context>
<context>
    <name>Thumbnails</name>
    <message>
        <source>Page {page}</source>
        <translation>Página {page}</translation>
    </message>
</context>
<context>
    <name>Ticks</name>
    <message>
        <source>{answered} of {count} answered</source>
        <translation>{answered} de {count} contestadas</translation>
    </message>
</context>
<context>
    <name>TimeField</name>
    <message>
        <source>HH:MM</source>
        <translation>HH:MM</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Type a time like 14:05, or leave it empty.</source>
        <translation>Escriba una hora como 14:05 o déjela vacía.</translation>
    </message>
</context>
<context>
    <name>TimelinePanel</name>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Back</source>
        <translation>Volver</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>The store did not open</source>
        <translation>El almacén no se abrió</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Intentar de nuevo</translation>
    </message>
    <message>
        <source>Enrol this workstation again</source>
        <translation>Inscribir de nuevo este equipo</translation>
    </message>
    <message>
        <source>Put a backup back</source>
        <translation>Restaurar una copia</translation>
    </message>
    <message>
        <source>Go to the first page</source>
        <translation>Ir a la primera página</translation>
    </message>
    <message>
        <source>Close Firstlight</source>
        <translation>Cerrar Firstlight</translation>
    </message>
</context>
<context>
    <name>TurnButton</name>
    <message>
        <source>Turn to the patient</source>
        <translation>Girar al paciente</translation>
    </message>
</context>
<context>
    <name>TwoCodes</name>
    <message>
        <source>An administrator is made and ended by two of the three recovery codes, so that no single person decides it. Ask two colleagues for their sheets.</source>
        <translation>Un administrador se nombra y se retira con dos de los tres códigos de recuperación, para que nadie lo decida a solas. Pida sus hojas a dos colegas.</translation>
    </message>
    <message>
        <source>Recovery code from one sheet</source>
        <translation>Código de recuperación de una hoja</translation>
    </message>
    <message>
        <source>Eight groups of five; capitals, spaces and hyphens do not matter.</source>
        <translation>Ocho grupos de cinco; no importan mayúsculas, espacios ni guiones.</translation>
    </message>
    <message>
        <source>Recovery code from another sheet</source>
        <translation>Código de recuperación de otra hoja</translation>
    </message>
    <message>
        <source>Type the code from the sheet.</source>
        <translation>Escriba el código de la hoja.</translation>
    </message>
</context>
<context>
    <name>TypeAhead</name>
    <message>
        <source>Type to search</source>
        <translation>Escriba para buscar</translation>
    </message>
    <message>
        <source>Matching answers</source>
        <translation>Respuestas que coinciden</translation>
    </message>
    <message>
        <source>No answer matches. Enter keeps what you typed.</source>
        <translation>Ninguna respuesta coincide. Con Entrar se guarda lo que escribió.</translation>
    </message>
    <message>
        <source>No answer matches.</source>
        <translation>Ninguna respuesta coincide.</translation>
    </message>
    <message>
        <source>{count} answers match, the first {shown} are listed.</source>
        <translation>Coinciden {count} respuestas; se muestran las primeras {shown}.</translation>
    </message>
    <message>
        <source>1 answer matches. Enter chooses it.</source>
        <translation>Coincide 1 respuesta. Con Entrar se elige.</translation>
    </message>
    <message>
        <source>{count} answers match. Arrow keys move, Enter chooses.</source>
        <translation>Coinciden {count} respuestas. Las flechas mueven, Entrar elige.</translation>
    </message>
</context>
<context>
    <name>UndoNotice</name>
    <message>
        <source>Bring back</source>
        <translation>Recuperar</translation>
    </message>
</context>
<context>
    <name>UnitBox</name>
    <message>
        <source>Choose a unit</source>
        <translation>Elija una unidad</translation>
    </message>
    <message>
        <source>Another unit</source>
        <translation>Otra unidad</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Unidad</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>Open this workstation</source>
        <translation>Abrir este equipo</translation>
    </message>
    <message>
        <source>The records here are encrypted. Type the passphrase of this workstation, the one that was chosen at set-up. After that, people sign in as usual.</source>
        <translation>Los registros de este equipo están cifrados. Escriba la frase de acceso de este equipo, la que se eligió al configurarlo. Después cada persona entra como siempre.</translation>
    </message>
    <message>
        <source>It is asked each time the app starts. A full lock ends the app and starts it afresh, so that nothing readable stays in memory: that is why it is asked again now if this workstation was locked. Everything saved is still here.</source>
        <translation>Se pide cada vez que se abre el programa. Un bloqueo completo cierra el programa y lo abre de nuevo, para que nada legible quede en la memoria: por eso se pide otra vez si este equipo estaba bloqueado. Todo lo guardado sigue aquí.</translation>
    </message>
    <message>
        <source>Passphrase of this workstation</source>
        <translation>Frase de acceso de este equipo</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>The passphrase is lost</source>
        <translation>Se perdió la frase de acceso</translation>
    </message>
    <message>
        <source>Workstation {name}</source>
        <translation>Equipo {name}</translation>
    </message>
    <message>
        <source>Opening</source>
        <translation>Abriendo</translation>
    </message>
    <message>
        <source>Type the passphrase.</source>
        <translation>Escriba la frase de acceso.</translation>
    </message>
</context>
<context>
    <name>VisitPanel</name>
    <message>
        <source>Choose a visit from the list</source>
        <translation>Elija una visita de la lista</translation>
    </message>
    <message>
        <source>Those with flags come first, then the oldest.</source>
        <translation>Primero van las que tienen señales, después las más antiguas.</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nada espera por usted</translation>
    </message>
    <message>
        <source>A visit appears here when a specialist sends it to review.</source>
        <translation>Aquí aparece una visita cuando un especialista la envía a revisión.</translation>
    </message>
    <message>
        <source>Amended: {reason}</source>
        <translation>Enmendado: {reason}</translation>
    </message>
    <message>
        <source>No answers of this kind.</source>
        <translation>No hay respuestas de este tipo.</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Firmas</translation>
    </message>
    <message>
        <source>{name} sent it {time}</source>
        <translation>{name} la envió {time}</translation>
    </message>
    <message>
        <source>{form}: {section}</source>
        <translation>{form}: {section}</translation>
    </message>
    <message>
        <source>withheld</source>
        <translation>sin calcular</translation>
    </message>
    <message>
        <source>Privacy not noted</source>
        <translation>Privacidad sin anotar</translation>
    </message>
    <message>
        <source>Private</source>
        <translation>En privado</translation>
    </message>
    <message>
        <source>Not private</source>
        <translation>Sin privacidad</translation>
    </message>
</context>
<context>
    <name>WaitingView</name>
    <message>
        <source>Sign out</source>
        <translation>Salir</translation>
    </message>
</context>
<context>
    <name>Withdraw</name>
    <message>
        <source>Take this consent back</source>
        <translation>Retirar este consentimiento</translation>
    </message>
    <message>
        <source>How did the person ask for it?</source>
        <translation>¿Cómo lo pidió la persona?</translation>
    </message>
    <message>
        <source>In person</source>
        <translation>En persona</translation>
    </message>
    <message>
        <source>In writing</source>
        <translation>Por escrito</translation>
    </message>
    <message>
        <source>By phone</source>
        <translation>Por teléfono</translation>
    </message>
    <message>
        <source>Nothing more is written down or done with this consent from now on.</source>
        <translation>Desde ahora no se anota ni se hace nada más con este consentimiento.</translation>
    </message>
    <message>
        <source>Nothing more goes to {partner}. Tell them. What they have cannot be taken back.</source>
        <translation>Ya no se envía nada más a {partner}. Avíseles. Lo que ya tienen no se puede recuperar.</translation>
    </message>
</context>
<context>
    <name>WorklistView</name>
    <message>
        <source>Worklist</source>
        <translation>Lista de trabajo</translation>
    </message>
    <message>
        <source>Since arrival</source>
        <translation>Desde la llegada</translation>
    </message>
    <message>
        <source>Last attempt</source>
        <translation>Último intento</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>Próximo intento</translation>
    </message>
    <message>
        <source>Eligible, not yet seen</source>
        <translation>Elegibles, aún sin ver</translation>
    </message>
    <message>
        <source>Longest wait first</source>
        <translation>Primero la espera más larga</translation>
    </message>
    <message>
        <source>Last news</source>
        <translation>Última noticia</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Qué pasó</translation>
    </message>
    <message>
        <source>Next call</source>
        <translation>Próxima llamada</translation>
    </message>
    <message>
        <source>Left before contact: call list</source>
        <translation>Se fueron antes del contacto: por llamar</translation>
    </message>
    <message>
        <source>Reached</source>
        <translation>Contacto</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Próximo contacto</translation>
    </message>
    <message>
        <source>Seen, still open</source>
        <translation>Vistos, aún abiertos</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Llegada</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Cerrados</translation>
    </message>
    <message>
        <source>Nobody is on the list</source>
        <translation>No hay nadie en la lista</translation>
    </message>
    <message>
        <source>When the team hears of somebody, add the person here with an alias.</source>
        <translation>Cuando el equipo sepa de alguien, agregue aquí a la persona con un alias.</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>Persona nueva</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Persona</translation>
    </message>
    <message>
        <source>Due now</source>
        <translation>Pendiente ahora</translation>
    </message>
    <message>
        <source>Your drafts</source>
        <translation>Sus borradores</translation>
    </message>
    <message>
        <source>Returned with a comment</source>
        <translation>Devueltos con comentario</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Log attempt</source>
        <translation>Anotar intento</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>Open {alias}</source>
        <translation>Abrir {alias}</translation>
    </message>
    <message>
        <source>{alias} is selected</source>
        <translation>Selección: {alias}</translation>
    </message>
</context>
<context>
    <name>_DateRow</name>
    <message>
        <source>Remove {when}</source>
        <translation>Quitar {when}</translation>
    </message>
</context>
</TS>
