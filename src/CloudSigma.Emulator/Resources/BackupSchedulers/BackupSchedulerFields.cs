// The members of a backup scheduler.
using System.Text.Json.Nodes;
using CloudSigma.Emulator.Engine;
using CloudSigma.Emulator.Resources.Capabilities;

namespace CloudSigma.Emulator.Resources.BackupSchedulers;

internal static class BackupSchedulerFields
{
    private static readonly FieldDefinition[] Window =
    [
        Part("day_of_week", "Set day of the week rule to the scheduler. Accepts values mon, tue, wed, thu, fri, sat, sun."),
        Part("end_time", "Set the end time rule"),
        Part("start_time", "Set the start time rule"),
    ];

    public static IEnumerable<FieldDefinition> All() =>
    [
        .. Member.Owned("backup scheduler", ownerRequired: false),
        // The schema says that notifications are on, the text that they are off; new schedulers follow the text.
        new FieldDefinition("enable_backup_policy_notifications", FieldType.Boolean, "Enable notifications for actions triggered by the backup policy") { Default = true, Initial = false },
        new FieldDefinition("enable_retention_policy_notifications", FieldType.Boolean, "Enable notifications for actions triggered by the retention policy") { Default = true, Initial = false },
        Nested("incremental_backup", "Incremental backup policies of the backup scheduler", ScheduleReader.Incremental, required: true,
        [
            .. Window,
            Part("day_of_month", "Set day of the month rule to the scheduler. Accepts values between 1 and 31."),
            Part("hour", "Set hour rule to the scheduler. Accepts values between 0 and 23."),
            Part("minute", "Set minute rule to the scheduler. Accepts values between 0 and 59."),
            Part("month", "Set month rule to the scheduler. Accepts values between 1 and 12, 1=January, 12=December"),
            new FieldDefinition("repeat", FieldType.Related, "Repeat fields") { HasDefault = false, Blank = true, Nullable = true },
        ]),
        Nested("initial_backup", "Initial backup policies of the backup scheduler", ScheduleReader.Initial, required: false, Window),
        new FieldDefinition("is_default", FieldType.Boolean, "Set as default the backup scheduler") { Required = true },
        new FieldDefinition("is_enabled", FieldType.Boolean, "Enabled or disabled the backup scheduler") { Required = true },
        new FieldDefinition("manual_incremental_backup", FieldType.String, "Set manual incremental time to create backups")
        {
            SchemaRequired = true, Initial = "", Read = ScheduleReader.Manual,
        },
        new FieldDefinition("name", FieldType.String, "Optional human readable name of the backup scheduler") { Required = true },
        new FieldDefinition("orchestrator_timezone", FieldType.String, Member.TextHelp) { Initial = "" },
        new FieldDefinition("remote_location", FieldType.String, "Remote location code") { Initial = "", Read = Location },
        Nested("retention_policy", "Retention policies of the backup scheduler", RetentionReader.Policy, required: false,
        [
            Part("name", "Optional human readable name of the retention policy"),
            new FieldDefinition("rules", FieldType.List, "Retention policy rules") { HasDefault = false },
        ]),
        new FieldDefinition("type", FieldType.String, "Policy type") { Required = true, Choices = ["migration", "backup", "dr", "snapshot"] },
        new FieldDefinition("user_timezone", FieldType.String, Member.TextHelp) { Initial = TimeZoneNames.Utc, Read = TimeZone },
    ];

    private static FieldDefinition Part(string name, string help) => new(name, FieldType.String, help) { HasDefault = false };

    private static FieldDefinition Nested(
        string name, string help, Func<ValueReader, JsonNode, string, JsonNode?> reads, bool required, IReadOnlyList<FieldDefinition> fields) =>
        new(name, FieldType.Related, help)
        {
            Required = required,
            HasDefault = false,
            Initial = new JsonObject(),
            Fields = fields,
            OlderFields = true,
            Read = reads,
        };

    private static JsonValue? Location(ValueReader reader, JsonNode value, string point) =>
        OneOf(reader, value, point, text => text.Length == 0 || CloudLimits.RemoteLocations.Contains(text), string.Join(", ", CloudLimits.RemoteLocations));

    private static JsonValue? TimeZone(ValueReader reader, JsonNode value, string point) =>
        OneOf(reader, value, point, TimeZoneNames.All.Contains, "the names of time zones that the API allows");

    private static JsonValue? OneOf(ValueReader reader, JsonNode value, string point, Func<string, bool> allowed, string names)
    {
        var text = value is JsonValue single && single.TryGetValue(out string? read) ? read : null;
        if (text is not null && allowed(text)) return JsonValue.Create(text);
        reader.Fail($"{value.ToJsonString()} is not one of {names}", point);
        return null;
    }
}
