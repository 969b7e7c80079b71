// Receives webhooks as somebody does who verifies them by the library of the standard, and reads CloudEvents by their SDK: node receive-webhooks.mjs <secret>
// Prints its port, and then a line of JSON for each delivery. A line on its standard input, [[500], [429, "120"]], says what it answers next, each with
// what it sends as Retry-After, and is answered by a line as well. Else it answers 204, and 401 to what it does not believe.
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { HTTP } from "cloudevents";
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
    const bytes = Buffer.concat(chunks);
    const body = bytes.toString("utf8");
    const isBinary = "ce-specversion" in request.headers;
    let event = null;
    let cloudEvent = null;
    let refused = null;
    try {
      event = webhook.verify(body, request.headers, { jsonParse: !isBinary });
      if (isBinary || request.headers["content-type"].startsWith("application/cloudevents")) {
        cloudEvent = HTTP.toEvent({ headers: request.headers, body: request.headers["content-type"] === "application/octet-stream" ? bytes : body });
        cloudEvent.validate();
      }
    } catch (error) {
      refused = error.message;
    }
    const [status, retryAfter] = answers.shift() ?? [refused ? 401 : 204];
    console.log(JSON.stringify({ id: request.headers["webhook-id"], type: event?.["detail-type"], order: event?.detail?.orderId, refused, status, isBinary, cloudEvent }));
    if (retryAfter) response.setHeader("retry-after", retryAfter);
    response.writeHead(status).end();
  });
});
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
