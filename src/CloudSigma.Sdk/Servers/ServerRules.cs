// The rules of servers that hold everywhere, checked before a definition is sent (guide 11). Limits of a location are no part of it.
namespace CloudSigma.Sdk;

internal static class ServerRules
{
    /// <summary>Checks a new definition.</summary>
    public static void Check(NewServer server, string name)
    {
        ArgumentNullException.ThrowIfNull(server, name);
        CheckName(server.Name, name);
        CheckCpu(server.Cpu, server.Name, name);
        CheckMemory(server.Memory, server.Name, name);
        CheckPassword(server.VncPassword, server.Name, name);
        if (server.Smp is { } smp) CheckSmp(smp, server.Name, name);
        Guard.Meta(server.Meta, name);
        NicRules.Check(server.Nics ?? [], name);
        ServerDriveRules.Check(server.Drives ?? [], name);
    }

    /// <summary>Checks a server that goes back. What it does not have keeps its value, and nulls that it came with stay.</summary>
    public static void Check(Server server, string name)
    {
        Guard.HasUuid(server.Uuid, name);
        if (server._name.HasValue) CheckName(server.Name, name);
        if (server._cpu.HasValue) CheckCpu(server.Cpu, server.Name, name);
        if (server._memory.HasValue) CheckMemory(server.Memory, server.Name, name);
        if (server._vncPassword.HasValue) CheckPassword(server.VncPassword, server.Name, name);
        if (server._smp.HasValue) CheckSmp(server.Smp, server.Name, name);
        Guard.Meta(server.Meta, name, allowsNull: true);
        NicRules.Check(server.Nics, name);
        ServerDriveRules.Check(server.Drives, name);
    }

    private static void CheckName(string? label, string name)
    {
        if (string.IsNullOrEmpty(label)) throw new ArgumentException("A server needs a Name.", name);
        Guard.Label(label, name);
    }

    private static void CheckCpu(int cpu, string label, string name)
    {
        if (cpu <= 0) throw new ArgumentException($"The Cpu of the server '{label}' is {cpu} MHz. It has to be larger than zero, e.g. 2000.", name);
    }

    private static void CheckMemory(ByteSize memory, string label, string name)
    {
        if (memory.Bytes <= 0) throw new ArgumentException($"The Memory of the server '{label}' is {memory.Bytes} bytes. It has to be larger than zero, e.g. ByteSize.GiB(1).", name);
    }

    private static void CheckSmp(int smp, string label, string name)
    {
        if (smp <= 0) throw new ArgumentException($"The Smp of the server '{label}' is {smp}. A server has at least one virtual CPU.", name);
    }

    private static void CheckPassword(string? password, string label, string name)
    {
        if (string.IsNullOrEmpty(password)) throw new ArgumentException($"The server '{label}' needs a VncPassword.", name);
        Guard.Secret(password, "VncPassword", name);
    }
}
