using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using Sluice.Compiler.Model;
using Sluice.Compiler.Parse;

namespace Sluice.Analyzers;

/// <summary>Finds the source locations that findings refer to.</summary>
/// <remarks>
/// The primary location is always inside the pipeline's type: an editor immediately shows the diagnostics that an
/// analyzer reports inside the declaration being analyzed, but shows others only after the next build. Further
/// locations may be anywhere in this compilation, but not outside it, because the source of another project must not
/// be reported here.
/// </remarks>
internal sealed class FindingLocations
{
    private readonly PipelineSymbols _symbols;
    private readonly PipelineModel _model;
    private readonly Compilation _compilation;
    private readonly CancellationToken _cancellationToken;

    public FindingLocations(
        PipelineSymbols symbols,
        PipelineModel model,
        Compilation compilation,
        CancellationToken cancellationToken
    )
    {
        _symbols = symbols;
        _model = model;
        _compilation = compilation;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Returns the location at which the finding is shown.</summary>
    public Location Primary(Finding finding)
    {
        if (InPipeline(Exact(finding.Node)) is { } exact)
        {
            return exact;
        }

        var source = finding.Node.Kind == NodeKind.Stage ? _model.Stages[finding.Node.Index].Source : SourceIn(finding);
        return (source > 0 ? InPipeline(Source(source)) : null) ?? Pipeline();
    }

    /// <summary>
    /// Returns the further locations of the finding, including its own node if that is outside the pipeline's type.
    /// </summary>
    public IEnumerable<Location> Further(Finding finding)
    {
        var primary = Primary(finding);
        return finding
            .Further.Prepend(finding.Node)
            .Select(Exact)
            .OfType<Location>()
            .Where(location => location != primary)
            .Distinct();
    }

    private static int SourceIn(Finding finding) =>
        finding.Further.Where(node => node.Kind == NodeKind.Source).Select(node => node.Index).FirstOrDefault();

    private Location? Exact(NodeReference node) =>
        node.Kind switch
        {
            NodeKind.Stage => Declaration(_symbols.Stages[node.Index], node.Parameter),
            NodeKind.EntryPoint => Declaration(_symbols.EntryPoints[node.Index], node.Parameter),
            NodeKind.Rejected => Declaration(_symbols.Rejected[node.Index], node.Parameter),
            NodeKind.Source => Source(node.Index),
            NodeKind.Attribute => Attribute(node.Index),
            _ => Pipeline(),
        };

    private Location? Attribute(int index) =>
        _symbols.Attributes[index].ApplicationSyntaxReference is { } place
            ? Location.Create(place.SyntaxTree, place.Span)
            : null;

    private Location? Declaration(ISymbol symbol, int parameter)
    {
        if (symbol is IMethodSymbol method && parameter >= 0 && parameter < method.Parameters.Length)
        {
            return Parameter(method.Parameters[parameter]) ?? Declaration(symbol, -1);
        }

        return symbol.Locations.FirstOrDefault(IsHere);
    }

    // The span of its type and name, without attributes, which may take several lines, and without the default value.
    private Location? Parameter(IParameterSymbol parameter)
    {
        var location = parameter.Locations.FirstOrDefault(IsHere);
        return
            location is not null
            && parameter
                .DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == location.SourceTree)
                ?.GetSyntax(_cancellationToken)
                is ParameterSyntax { Type: { } type } syntax
            ? Location.Create(
                syntax.SyntaxTree,
                TextSpan.FromBounds(type.SpanStart, Math.Max(type.Span.End, syntax.Identifier.Span.End))
            )
            : location;
    }

    private Location? Source(int index)
    {
        var symbol = _symbols.Sources[index];
        return _model.Sources[index].Kind switch
        {
            StageSourceKind.Pipeline => Pipeline(),
            StageSourceKind.StaticClass => _symbols
                .Pipeline.FindAll(AttributeExtensions.Stages)
                .FirstOrDefault(attribute =>
                    attribute.FirstArgument()?.Value is ISymbol type
                    && SymbolEqualityComparer.Default.Equals(type, symbol)
                )
                ?.ApplicationSyntaxReference
                is { } reference
                ? Location.Create(reference.SyntaxTree, reference.Span)
                : null,
            StageSourceKind.PrimaryConstructorParameter when symbol is IParameterSymbol parameter => Parameter(
                parameter
            ),
            _ => symbol.Locations.FirstOrDefault(IsHere),
        };
    }

    private Location Pipeline() => PipelineLocation.Of(_symbols.Pipeline);

    private Location? InPipeline(Location? location) =>
        location is not null
        && _symbols.Pipeline.DeclaringSyntaxReferences.Any(reference =>
            reference.SyntaxTree == location.SourceTree && reference.Span.Contains(location.SourceSpan)
        )
            ? location
            : null;

    private bool IsHere(Location location) => location.SourceTree is { } tree && _compilation.ContainsSyntaxTree(tree);
}
