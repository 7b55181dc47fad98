using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>Indexes the types that routes by type distinguish, and the relations between them.</summary>
internal sealed class RouteTypeTable
{
    private readonly Dictionary<int, RouteTypeModel> _types;
    private readonly Dictionary<int, TypeRouteModel> _routes;
    private readonly HashSet<(int From, int To)> _is;

    public RouteTypeTable(PipelineModel model)
    {
        _types = model.RouteTypes.ToDictionary(type => type.Type);
        _routes = model.TypeRoutes.ToDictionary(route => route.Type);
        _is = [.. model.RouteTypes.SelectMany(type => type.Is.Select(other => (type.Type, other)))];
    }

    /// <summary>Returns the route that the values of a type form, or <see langword="null"/> if they form none.</summary>
    public TypeRouteModel? Route(int type) => _routes.TryGetValue(type, out var route) ? route : null;

    public RouteTypeKind Kind(int type) => _types[type].Kind;

    public string Code(int type) => _types[type].Code;

    /// <summary>Whether each value of one type is of the other as well.</summary>
    public bool Is(int from, int to) => from == to || _is.Contains((from, to));

    /// <summary>
    /// Returns the types of a list of which no other of the list is a base: of types that are the same, the first.
    /// </summary>
    public IEnumerable<T> Widest<T>(IReadOnlyList<T> all, Func<T, int> type) =>
        all.Where((one, index) => CoveredBy(all.Select(type).ToList(), index) < 0);

    /// <summary>
    /// Returns the position of a type of the list that covers the one at a position, or -1 if there is none.
    /// </summary>
    public int CoveredBy(IReadOnlyList<int> types, int position)
    {
        for (var other = 0; other < types.Count; other++)
        {
            if (
                other != position
                && Is(types[position], types[other])
                && (other < position || !Is(types[other], types[position]))
            )
            {
                return other;
            }
        }

        return -1;
    }
}
