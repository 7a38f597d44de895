// What a backup scheduler keeps. A decision only: it knows neither the cloud nor the clock.
using System.Text.Json.Nodes;

namespace CloudSigma.Emulator.Resources.BackupSchedulers;

/// <summary>Rules of which one is enough to keep something. Without rules everything is kept.</summary>
internal sealed class RetentionPolicy(IReadOnlyList<RetentionRule> rules)
{
    public bool KeepsAll => rules.Count == 0;

    /// <summary>Reads the policy of a backup scheduler, which has been checked.</summary>
    public static RetentionPolicy Read(JsonObject scheduler) => new(
    [
        .. (scheduler["retention_policy"]?["rules"] as JsonArray ?? []).Select(static rule => new RetentionRule(
            rule!["period"]!.GetValue<string>(), rule["quantity"]!.GetValue<long>(), (int?)rule["time_option"]?.GetValue<long>())),
    ]);

    /// <summary>True when something that was made at one moment is still kept at another one. Days are those of the time zone.</summary>
    public bool Keeps(DateTimeOffset made, DateTimeOffset now, TimeZoneInfo zone) => Judge(now, zone)(made);

    /// <summary>The decision about many things at one moment: true for what is kept.</summary>
    public Func<DateTimeOffset, bool> Judge(DateTimeOffset now, TimeZoneInfo zone)
    {
        var present = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        return made =>
        {
            if (KeepsAll) return true;
            var then = TimeZoneInfo.ConvertTime(made, zone).DateTime;
            return rules.Any(rule => rule.Keeps(then, present));
        };
    }
}
