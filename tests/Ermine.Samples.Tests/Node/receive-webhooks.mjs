// Receives webhooks as somebody does who verifies them by the library of the standard: node receive-webhooks.mjs <secret>
// Prints its port, and then a line of JSON for each delivery. A line on its standard input, [[500], [429, "120"]], says what it answers next, each with
// what it sends as Retry-After, and is answered by a line as well. Else it answers 204, and 401 to what it does not believe.
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.argv[2]);
let answers = [];

createInterface({ input: process.stdin }).on("line", line => {
  answers = JSON.parse(line);
  console.log("told");
});

const server = createServer((request, response) => {
  const chunks = [];
  request.on("data", chunk => chunks.push(chunk));
  request.on("end", () => {
    const body = Buffer.concat(chunks).toString("utf8");
    let event = null;
    let refused = null;
    try {
      event = webhook.verify(body, request.headers);
    } catch (error) {
      refused = error.message;
    }
    const [status, retryAfter] = answers.shift() ?? [refused ? 401 : 204];
    console.log(JSON.stringify({ id: request.headers["webhook-id"], type: event?.["detail-type"], order: event?.detail?.orderId, refused, status }));
    if (retryAfter) response.setHeader("retry-after", retryAfter);
    response.writeHead(status).end();
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
