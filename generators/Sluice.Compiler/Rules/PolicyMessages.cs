namespace Sluice.Compiler.Rules;

/// <summary>What the rules on policies say where they are broken, as <see cref="RuleMessages"/> does for the others.</summary>
internal static class PolicyMessages
{
    public const string RecursivePipeline =
        "Pipeline '{0}' is nested in itself: {1}. Its runs could start one another without end. Remove one of these [Stages] members, or move the stages that both need to a class of their own.";

    public const string InvalidPolicyValue = "[{1}] on stage '{0}' cannot be used: {2}";

    public const string InvalidPolicyMember = "[{1}] on stage '{0}' names '{2}', {3}";

    public const string TimeoutWithoutToken =
        "Stage '{0}' cannot be told that the time of its [Timeout] is up. Let it take a CancellationToken or a StageContext, or remove [Timeout].";

    public const string PolicyWithoutMeaning = "[{1}] on stage '{0}' has no meaning: {2}";

    public const string GuardCannotRetry = "[Guard] on stage '{0}' cannot run '{1}' again: {2}";

    public const string UnsupportedInterceptor = "[Intercept<{0}>] on {1} cannot be used: {2}";

    public const string CachedByReference =
        "[Cached] on stage '{0}' finds a value again only by the same object, as {1}. Make it a record, or name a method that makes the key with 'Key'.";

    public const string StrayAttribute = "[{1}] on {0} does nothing, as {2}";
}
