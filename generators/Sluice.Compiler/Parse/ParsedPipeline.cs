using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>The result of parsing a type: the model, and the symbols behind its nodes.</summary>
/// <param name="Model">The model, on which both the generator and the analyzer work.</param>
/// <param name="Symbols">The symbols, for the analyzer only. The generator must not keep them.</param>
internal sealed record ParsedPipeline(PipelineModel Model, PipelineSymbols Symbols);
