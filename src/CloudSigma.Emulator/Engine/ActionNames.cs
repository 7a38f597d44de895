// What the API has settled about actions by their name: the right that each needs, and how the audit log calls it.
namespace CloudSigma.Emulator.Engine;

internal static class ActionNames
{
    /// <summary>The name of a clone in the audit log of its source.</summary>
    public const string CloneSource = "clone_src";

    /// <summary>The name of a clone in the audit log of the copy.</summary>
    public const string CloneTarget = "clone_dst";

    /// <summary>The right that an action needs on an object of somebody else.</summary>
    public static string NeededRight(string action) => action switch
    {
        "clone" => Right.Clone,
        "start" => Right.Start,
        "stop" or "shutdown" or "restart" => Right.Stop,
        "open_vnc" or "close_vnc" or "open_console" or "close_console" => Right.OpenVnc,
        _ => Right.Edit,
    };

    /// <summary>The action of an entry in the audit log. What happens later, such as <c>boot</c>, is another entry.</summary>
    public static string InAuditLog(string action) => action switch
    {
        "clone" => CloneSource,
        "start" => "start_send",
        "stop" => "stop_send",
        "shutdown" => "shutdown_ACPI_send",
        _ => action,
    };
}
