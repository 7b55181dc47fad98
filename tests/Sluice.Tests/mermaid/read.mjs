// Reads Mermaid texts, one JSON string per line of standard input, with Mermaid's own parser. Answers each with one line of JSON:
// the nodes, edges and subgraphs that the parser saw, or the error that it reported.
import { createInterface } from "node:readline";
import { JSDOM } from "jsdom";

// Mermaid cleans labels with DOMPurify, which needs a document.
const { window } = new JSDOM("");
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import("mermaid");

// Mermaid hides entities from its grammar while it parses and puts them back when it draws.
const decoder = window.document.createElement("textarea");
function decode(label) {
  decoder.innerHTML = label.replaceAll("ﬂ°°", "&#").replaceAll("ﬂ°", "&").replaceAll("¶ß", ";");
  return decoder.value;
}

async function read(text) {
  await mermaid.parse(text);
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const database = diagram.db;
  return {
    type: diagram.type,
    nodes: [...database.getVertices().values()].map((node) => ({
      id: node.id,
      label: decode(node.text ?? ""),
      shape: node.type ?? "",
      classes: node.classes ?? [],
    })),
    edges: database.getEdges().map((edge) => ({
      from: edge.start,
      to: edge.end,
      label: decode(edge.text ?? ""),
      stroke: edge.stroke,
    })),
    subgraphs: database.getSubGraphs().map((subgraph) => ({
      id: subgraph.id,
      label: decode(subgraph.title),
      nodes: subgraph.nodes,
    })),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(JSON.stringify(await read(JSON.parse(line))));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error.message ?? error) }));
  }
}
process.exit(0);
