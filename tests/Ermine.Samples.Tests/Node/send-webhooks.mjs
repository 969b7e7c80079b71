// Signs and posts webhooks as their senders do, and prints what each was answered with. Arguments: the address, and a JSON list of { secret, id, timestamp, body }.
import { Webhook } from "standardwebhooks";

const [address, deliveries] = process.argv.slice(2);
const answers = [];
for (const { secret, id, timestamp, body } of JSON.parse(deliveries)) {
  const signature = new Webhook(secret).sign(id, new Date(timestamp * 1000), body);
  const headers = { "content-type": "application/json", "webhook-id": id, "webhook-timestamp": `${timestamp}`, "webhook-signature": signature };
  const answer = await fetch(address, { method: "POST", headers, body });
  answers.push(answer.status);
}

console.log(JSON.stringify(answers));
