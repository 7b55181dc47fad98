using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>A source of stages together with its symbols.</summary>
/// <param name="Model">The source in the model.</param>
/// <param name="Symbol">The pipeline, the field, property or parameter, or the static class.</param>
/// <param name="Type">The type that declares the stages.</param>
internal sealed record SourceSymbol(StageSource Model, ISymbol Symbol, ITypeSymbol Type);
