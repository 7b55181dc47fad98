using Sluice.Compiler.Bind.Production;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Bind;

/// <summary>
/// Finds the combinations of named types that a value can be of. A value of a class is of all that the class derives
/// from, of no unrelated class, and may be of any interfaces, unless the class is sealed.
/// </summary>
/// <param name="types">The types and their relations.</param>
/// <param name="route">The type of the values.</param>
/// <param name="named">The types that conditions name, each once. A set of them has a bit for each position.</param>
internal sealed class TypeCombinations(RouteTypeTable types, TypeRouteModel route, IReadOnlyList<int> named)
{
    /// <summary>The maximum number of combinations, which doubles with each unrelated interface.</summary>
    public const int Most = 1_024;

    private readonly HashSet<ValueSet> _found = [];

    /// <summary>
    /// Returns the combinations in a fixed order, or <see langword="null"/> if there are more than <see cref="Most"/>.
    /// </summary>
    public IReadOnlyList<ValueSet>? Find()
    {
        var isComplete = route.IsClosed ? route.Known.All(AddKnown) : AddBelow(route.Type);
        return isComplete ? [.. _found.OrderBy(combination => combination.Bits)] : null;
    }

    private bool AddKnown(KnownTypeModel known)
    {
        if (known.IsConcrete)
        {
            _ = _found.Add(Of(known.Type));
        }

        return !known.IsOpen || AddBelow(known.Type);
    }

    /// <summary>Adds the combinations of all values of a type, of whatever class they are.</summary>
    private bool AddBelow(int type)
    {
        // The most derived class of the value that a condition names; any class that it does not name has the same
        // combinations as the type itself.
        var classes = named.Where(other => types.Kind(other) != RouteTypeKind.Shared && CanBeBoth(other, type));
        return classes.Prepend(type).All(other => AddBelow(type, other));
    }

    private bool CanBeBoth(int other, int type) =>
        types.Is(other, type) || (types.Kind(type) == RouteTypeKind.Shared && types.Kind(other) == RouteTypeKind.Class);

    private bool AddBelow(int type, int mostDerived)
    {
        var certain = Of(type).Union(Of(mostDerived));
        if (types.Kind(mostDerived) == RouteTypeKind.Sealed)
        {
            _ = _found.Add(certain);
            return _found.Count <= Most;
        }

        // Grows the sets by one interface at a time, so that none is visited twice.
        var waiting = new Stack<ValueSet>([certain]);
        var visited = new HashSet<ValueSet> { certain };
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            _ = _found.Add(next);
            if (visited.Count > Most)
            {
                return false;
            }

            for (var position = 0; position < named.Count; position++)
            {
                if (next.Contains(position) || types.Kind(named[position]) != RouteTypeKind.Shared)
                {
                    continue;
                }

                var larger = next.Union(Of(named[position]));
                if (Classes(larger) == Classes(certain) && visited.Add(larger))
                {
                    waiting.Push(larger);
                }
            }
        }

        return _found.Count <= Most;
    }

    /// <summary>Returns the named types that every value of a type is of.</summary>
    private ValueSet Of(int type)
    {
        var all = ValueSet.None;
        for (var position = 0; position < named.Count; position++)
        {
            if (types.Is(type, named[position]))
            {
                all = all.Union(ValueSet.Of(position));
            }
        }

        return all;
    }

    private ValueSet Classes(ValueSet combination)
    {
        var classes = ValueSet.None;
        for (var position = 0; position < named.Count; position++)
        {
            if (combination.Contains(position) && types.Kind(named[position]) != RouteTypeKind.Shared)
            {
                classes = classes.Union(ValueSet.Of(position));
            }
        }

        return classes;
    }
}
