namespace Sluice.AotTests;

/// <summary>The C compiler that links a native program.</summary>
internal static class Linker
{
    /// <summary>The arguments for the build. The build uses clang by default; if clang is not installed, gcc is used.</summary>
    public static string[] Arguments
    {
        get
        {
            if (IsInstalled("clang"))
            {
                return [];
            }

            Assert.True(
                IsInstalled("gcc"),
                "Native programs are linked by clang or gcc, and neither is installed: run build/test.sh."
            );
            return ["-p:CppCompilerAndLinker=gcc"];
        }
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
}
