namespace Sluice.Generators.Emit;

/// <summary>The attribute that marks emitted types and members.</summary>
internal static class GeneratedCode
{
    private static readonly string Version = typeof(GeneratedCode).Assembly.GetName().Version.ToString(3);

    public static string Attribute { get; } =
        $"""[global::System.CodeDom.Compiler.GeneratedCode("Sluice", "{Version}")]""";
}
