using Microsoft.CodeAnalysis;

namespace Sluice.Compiler.Parse;

/// <summary>
/// Methods that C# does not let code call, or whose calls it leaves out. Each answer is a clause that says what is wrong and what to
/// do, or <see langword="null"/>.
/// </summary>
internal static class CallRules
{
    /// <summary>The reason why a call of the method would not compile, or would do nothing.</summary>
    public static string? ReasonAgainst(IMethodSymbol method)
    {
        if (Has(method, "System.Runtime.InteropServices", "UnmanagedCallersOnlyAttribute"))
        {
            return "it is marked [UnmanagedCallersOnly], so that only native code can call it: move its work to a method that it and "
                + "the pipeline call";
        }

        // The attribute is inherited by overrides, on which it cannot stand.
        if (method.SelfAndOverridden().Any(level => Has(level, "System.Diagnostics", "ConditionalAttribute")))
        {
            return "it is marked [Conditional], so that the compiler leaves its calls out where the symbol is not defined: remove the "
                + "attribute, and put '#if' into the method's body";
        }

        return IsWithoutBody(method)
            ? "it is partial and has no body, so that the compiler leaves its calls out: write its other part"
            : null;
    }

    // With an accessibility modifier it would have to have a body. With an attribute that is not Sluice's, another generator may
    // write the body, which only the analyzer sees.
    private static bool IsWithoutBody(IMethodSymbol method) =>
        method is { IsPartialDefinition: true, PartialImplementationPart: null, ReturnsVoid: true }
        && EntryPointRecognizer.ForeignAttribute(method) is null
        && EntryPointRecognizer.Declaration(method, CancellationToken.None) is { } declaration
        && !EntryPointRecognizer.HasAccessibilityModifier(declaration);

    private static bool Has(IMethodSymbol method, string containingNamespace, string name) =>
        method.GetAttributes().Any(attribute => attribute.AttributeClass.IsNamed(containingNamespace, name));
}
