namespace Sluice.Compiler.Rules;

/// <summary>The form in which an entry point declares its observer, for messages.</summary>
internal static class ObserverForm
{
    public const string Text = "'Run<TObserver>(..., TObserver observer) where TObserver : struct, IRunObserver'";
}
