using Microsoft.CodeAnalysis.CSharp;
using Sluice.Compiler.Policies.Intercept;

namespace Sluice.Generators.Emit.Policies.Intercept;

/// <summary>Derives a part of an identifier from the type of an interceptor.</summary>
internal static class InterceptorName
{
    /// <summary>The simple name of the type, without namespace, containing types and type arguments.</summary>
    public static string Of(InterceptPolicy interceptor)
    {
        var end = interceptor.DisplayName.IndexOf('<');
        var name = end < 0 ? interceptor.DisplayName : interceptor.DisplayName.Substring(0, end);
        name = name.Substring(name.LastIndexOf('.') + 1).TrimStart('@');
        return SyntaxFacts.IsValidIdentifier(name) ? Identifiers.Pascal(name) : "Interceptor";
    }
}
