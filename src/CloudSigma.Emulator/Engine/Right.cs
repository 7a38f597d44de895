// The rights that an ACL can give.
namespace CloudSigma.Emulator.Engine;

internal static class Right
{
    public const string List = "LIST";
    public const string Edit = "EDIT";
    public const string Clone = "CLONE";
    public const string Attach = "ATTACH";
    public const string Start = "START";
    public const string Stop = "STOP";
    public const string OpenVnc = "OPEN_VNC";

    public static IReadOnlyList<string> All { get; } = [List, Edit, Clone, Attach, Start, Stop, OpenVnc];
}
