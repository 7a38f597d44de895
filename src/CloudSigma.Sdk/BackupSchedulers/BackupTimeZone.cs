// The names of time zones that schedulers take.
namespace CloudSigma.Sdk;

/// <summary>Names of time zones for schedulers.</summary>
public static class BackupTimeZone
{
    /// <summary>Coordinated universal time.</summary>
    public const string Utc = "Etc/UTC";

    /// <summary>The IANA name of a time zone, also of one of Windows.</summary>
    /// <param name="timeZone">The time zone, e.g. <see cref="TimeZoneInfo.Local"/>.</param>
    /// <returns>The name, e.g. <c>Europe/Zurich</c>; <see cref="Utc"/> for UTC. Whether the API takes it, it says when it is sent.</returns>
    /// <exception cref="ArgumentException">The time zone has no IANA name, because it was made by the application, or because globalization data is missing.</exception>
    public static string FromTimeZoneInfo(TimeZoneInfo timeZone)
    {
        ArgumentNullException.ThrowIfNull(timeZone);
        if (timeZone.Id == TimeZoneInfo.Utc.Id) return Utc;
        if (timeZone.HasIanaId) return timeZone.Id;
        return TimeZoneInfo.TryConvertWindowsIdToIanaId(timeZone.Id, out var name)
            ? name
            : throw new ArgumentException($"No IANA name is known for the time zone '{timeZone.Id}'. Set the UserTimeZone to one, such as 'Europe/Zurich'.", nameof(timeZone));
    }
}
