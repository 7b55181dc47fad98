namespace System.Runtime.CompilerServices;

/// <summary>What the C# compiler needs for <see langword="init"/> where the framework lacks it.</summary>
internal static class IsExternalInit;
