using Microsoft.CodeAnalysis;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Parse;

/// <summary>A source of stages and what is behind it.</summary>
/// <param name="Model">The source as the model has it.</param>
/// <param name="Symbol">The pipeline, the field, property or parameter, or the static class.</param>
/// <param name="Type">The type that declares the stages.</param>
internal sealed record SourceSymbol(StageSource Model, ISymbol Symbol, ITypeSymbol Type);
