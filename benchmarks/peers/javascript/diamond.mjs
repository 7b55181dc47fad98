// A diamond (one node, two that need it, one that needs both) in LangGraph: compiled once, then run a run at a time, as the .NET
// comparison does. Prints the fastest of many rounds.
import { Annotation, END, START, StateGraph } from "@langchain/langgraph";

const runs = 50;
const rounds = 20;

const State = Annotation.Root({
  input: Annotation(),
  a: Annotation(),
  b: Annotation(),
  c: Annotation(),
  d: Annotation(),
});

const diamond = new StateGraph(State)
  .addNode("A", (state) => ({ a: state.input + 1 }))
  .addNode("B", (state) => ({ b: state.a + 1 }))
  .addNode("C", (state) => ({ c: state.a + 1 }))
  .addNode("D", (state) => ({ d: state.b + state.c + 1 }))
  .addEdge(START, "A")
  .addEdge("A", "B")
  .addEdge("A", "C")
  .addEdge(["B", "C"], "D")
  .addEdge("D", END)
  .compile();

let fastest = Infinity;
for (let round = 0; round < rounds; round++) {
  const start = process.hrtime.bigint();
  for (let run = 0; run < runs; run++) {
    const { d } = await diamond.invoke({ input: run });
    if (d !== 2 * run + 5) {
      throw new Error(`wrong output: ${d}`);
    }
  }

  fastest = Math.min(fastest, Number(process.hrtime.bigint() - start) / runs);
}

console.log(`LangGraph, diamond: ${Math.round(fastest)} ns/run`);
