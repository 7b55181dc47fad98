namespace System.Runtime.CompilerServices;

/// <summary>The type that <see langword="init"/> accessors require, for frameworks that do not declare it.</summary>
internal static class IsExternalInit;
