using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>Detects methods that C# code must not call, or whose calls the compiler omits.</summary>
internal static class CallRules
{
    /// <summary>
    /// Returns a clause that says why a call of the method would not compile or would have no effect, and what to do;
    /// otherwise <see langword="null"/>.
    /// </summary>
    public static string? ReasonAgainst(IMethodSymbol method)
    {
        if (Has(method, "System.Runtime.InteropServices", "UnmanagedCallersOnlyAttribute"))
        {
            return "it is marked [UnmanagedCallersOnly], so only native code can call it: "
                + "move its work to a method that both it and the pipeline call";
        }

        // Overrides inherit the attribute and cannot have it themselves.
        if (method.SelfAndOverridden().Any(level => Has(level, "System.Diagnostics", "ConditionalAttribute")))
        {
            return "it is marked [Conditional], so the compiler omits its calls if the symbol is not defined: remove the "
                + "attribute, and put '#if' into the method's body";
        }

        return IsWithoutBody(method)
            ? "it is partial and has no body, so the compiler omits its calls: write its other part"
            : null;
    }

    // A partial method with an accessibility modifier must have a body. A foreign attribute may mean that another
    // generator writes the body, which only the analyzer sees.
    private static bool IsWithoutBody(IMethodSymbol method) =>
        method is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsVoid: true }
        && EntryPointRecognizer.ForeignAttribute(method) is null
        && EntryPointRecognizer.Declaration(method, CancellationToken.None) is { } declaration
        && !EntryPointRecognizer.HasAccessibilityModifier(declaration);

    private static bool Has(IMethodSymbol method, string containingNamespace, string name) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass.IsNamed(containingNamespace, name));
}
