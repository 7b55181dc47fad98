using Sluice.Compiler.Bind;
using Sluice.Compiler.Model;

namespace Sluice.Compiler.Tests.Bind.Production;

/// <summary>Classes and interfaces for routes by type. The runtime says of which types a value is.</summary>
internal static class TypeWorld
{
    private static readonly Type[] NamedTypes =
    [
        typeof(IFirst),
        typeof(ISecond),
        typeof(A),
        typeof(B),
        typeof(C),
        typeof(D),
    ];

    private static readonly Type[] Closed = [typeof(A), typeof(B), typeof(C), typeof(D)];

    // Each combination of types that a class of another assembly could have.
    private static readonly Type[] Open =
    [
        .. Closed,
        typeof(Other),
        typeof(OtherFirst),
        typeof(OtherSecond),
        typeof(OtherBoth),
        typeof(AFirst),
        typeof(ASecond),
        typeof(ABoth),
        typeof(BSecond),
    ];

    private interface IFirst;

    private interface ISecond;

    /// <summary>The types that conditions name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. NamedTypes.Select(type => type.Name)];

    /// <summary>The classes that a value can be of.</summary>
    public static IEnumerable<string> Classes(bool isClosed) => (isClosed ? Closed : Open).Select(type => type.Name);

    /// <summary>Whether a value of a class matches a pattern, such as <c>A and not B</c>.</summary>
    public static bool Matches(string name, string pattern)
    {
        var type = Open.Single(candidate => candidate.Name == name);
        return pattern
            .Split(" and ")
            .All(part =>
                part.StartsWith("not ", StringComparison.Ordinal) ? !Is(type, Named(part[4..])) : Is(type, Named(part))
            );
    }

    /// <summary>Returns the models of the named types and of types that are like <c>Base</c>.</summary>
    /// <param name="index">Returns the index of a named type.</param>
    /// <param name="bases">The indexes of the types that are like <c>Base</c>.</param>
    public static IEnumerable<RouteTypeModel> Types(Func<string, int> index, IReadOnlyList<int> bases) =>
        NamedTypes
            .Select(type => new RouteTypeModel(
                index(type.Name),
                type.Name,
                type.IsInterface ? RouteTypeKind.Shared
                    : type.IsSealed ? RouteTypeKind.Sealed
                    : RouteTypeKind.Class,
                NamedTypes
                    .Where(other => other != type && Is(type, other))
                    .Select(other => index(other.Name))
                    .Concat(type.IsClass ? bases : [])
                    .ToEquatableArray()
            ))
            .Concat(bases.Select(type => new RouteTypeModel(type, "Base", RouteTypeKind.Class, default)));

    /// <summary>Returns the route of a type that is like <c>Base</c>.</summary>
    public static TypeRouteModel Route(int type, bool isClosed, Func<string, int> index) =>
        new(
            type,
            Names.Select(index).ToEquatableArray(),
            isClosed
                ? Closed.Select(known => new KnownTypeModel(index(known.Name), true, false)).ToEquatableArray()
                : default
        );

    private static bool Is(Type type, Type other) => other.IsAssignableFrom(type);

    private static Type Named(string name) => NamedTypes.Single(type => type.Name == name);

    private abstract class Base;

    private class A : Base;

    private class B : A, IFirst;

    private sealed class C : Base, IFirst, ISecond;

    private sealed class D : Base;

    private sealed class Other : Base;

    private sealed class OtherFirst : Base, IFirst;

    private sealed class OtherSecond : Base, ISecond;

    private sealed class OtherBoth : Base, IFirst, ISecond;

    private sealed class AFirst : A, IFirst;

    private sealed class ASecond : A, ISecond;

    private sealed class ABoth : A, IFirst, ISecond;

    private sealed class BSecond : B, ISecond;
}
