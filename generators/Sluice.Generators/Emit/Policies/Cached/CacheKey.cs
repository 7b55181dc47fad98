using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Policies.Cached;

namespace Sluice.Generators.Emit.Policies.Cached;

/// <summary>Writes the key under which the result of a stage is cached.</summary>
internal static class CacheKey
{
    /// <summary>The type of the key, and its expression.</summary>
    public static (string Type, string Expression) Of(PolicyMethod method, CachedPolicy cached)
    {
        if (cached.Key is { } key)
        {
            var call = method.CallOf(key, method.Token);
            return MayBeNull(key.ReturnTypeName) ? Wrapped(key.ReturnTypeName, call) : (key.ReturnTypeName, call);
        }

        var inputs = method.Inputs;
        var types = inputs.ConvertAll(position => method.Stage.Parameters[position].TypeName);
        var values = inputs.ConvertAll(method.Parameter);
        return inputs.Count switch
        {
            0 => ("global::System.ValueTuple", "default"),
            1 when MayBeNull(types[0]) => Wrapped(types[0], values[0]),
            1 => (types[0], values[0]),
            _ => ($"({string.Join(", ", types)})", $"({string.Join(", ", values)})"),
        };
    }

    // A key must not be null. A value that may be null is wrapped in a tuple.
    private static (string Type, string Expression) Wrapped(string type, string value) =>
        ($"global::System.ValueTuple<{type}>", $"new global::System.ValueTuple<{type}>({value})");

    // A type parameter appears here only as a plain name that is not a keyword. Its type argument may be nullable.
    private static bool MayBeNull(string type) =>
        type.EndsWith("?", StringComparison.Ordinal)
        || (
            SyntaxFacts.IsValidIdentifier(type.TrimStart('@'))
            && (type[0] == '@' || SyntaxFacts.GetKeywordKind(type) == SyntaxKind.None)
        );
}
