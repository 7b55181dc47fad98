namespace Sluice.Generators.Emit;

/// <summary>The attribute that stands on everything that is emitted.</summary>
internal static class GeneratedCode
{
    private static readonly string Version = typeof(GeneratedCode).Assembly.GetName().Version.ToString(3);

    public static string Attribute { get; } =
        $"""[global::System.CodeDom.Compiler.GeneratedCode("Sluice", "{Version}")]""";
}
