using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>What Parse makes of a type: the model, and the symbols behind its nodes.</summary>
/// <param name="Model">The model, which both generator and analyzer work on.</param>
/// <param name="Symbols">The symbols, for the analyzer alone. The generator must let go of them.</param>
internal sealed record ParsedPipeline(PipelineModel Model, PipelineSymbols Symbols);
