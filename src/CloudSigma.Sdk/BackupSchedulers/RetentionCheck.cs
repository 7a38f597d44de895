// What a retention has to be like before a scheduler goes back.
namespace CloudSigma.Sdk;

internal static class RetentionCheck
{
    /// <summary>Refuses rules that would not keep what their writer thinks.</summary>
    /// <exception cref="ArgumentException">A rule keeps nothing, or there is a policy without rules: everything may be deleted then.</exception>
    public static void Check(BackupScheduler scheduler, string name)
    {
        var policy = scheduler.Retention;
        if (policy is null) return;
        if (policy._rules.HasValue && policy.Rules.Count == 0)
        {
            throw new ArgumentException(
                $"The retention policy of '{scheduler.Name}' has an empty list of rules, and what no rule matches is deleted. Use {nameof(RetentionPolicy)}.{nameof(RetentionPolicy.KeepAll)} to keep everything.", name);
        }

        foreach (var rule in policy.Rules)
        {
            if (rule?.Fault() is { } fault) throw new ArgumentException($"A rule of the retention policy of '{scheduler.Name}' cannot be sent: {fault}.", name);
        }
    }
}
