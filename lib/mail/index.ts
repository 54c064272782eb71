export { keptMails, type Mail, sendMail } from "./send-mail";
