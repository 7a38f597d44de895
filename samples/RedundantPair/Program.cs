// Makes a redundant pair of servers: the clone lies on other storage hosts than the original and runs on another compute host.
// It runs in a cloud of its own, inside this process.
using CloudSigma.Emulator;
using CloudSigma.Sdk;

await using var emulator = await CloudSigmaEmulator.StartAsync(new() { Speed = 20 });
await using var client = new CloudSigmaClient(new CloudSigmaClientOptions
{
    Endpoint = emulator.Endpoint,
    Credential = CloudSigmaCredential.Basic(emulator.Accounts[0].Email, emulator.Accounts[0].Password),
});

var disk = await (await client.Drives.StartCreateAsync(new NewDrive { Name = "node-1-disk", Size = ByteSize.GiB(10) })).WaitForCompletionAsync();
var first = await client.Servers.CreateAsync(new NewServer
{
    Name = "node-1",
    Cpu = 2000,
    Memory = ByteSize.GiB(2),
    VncPassword = Guid.NewGuid().ToString("N")[..12],
    Drives = [new ServerDrive { Drive = disk.Uuid, Device = DeviceBus.Virtio, DeviceChannel = "0:0", BootOrder = 1 }],
});

// A server in Avoid stands for all its drives: the copies of the disks go elsewhere.
var cloning = await client.Servers.CloneAsync(first.Uuid, new CloneServerOptions { Name = "node-2", RandomVncPassword = true, Avoid = [first.Uuid] });
var second = await cloning.WaitForCompletionAsync();
second = await client.Servers.GetAsync(second.Uuid);
Console.WriteLine($"Cloned {first.Name} to {second.Name}");

await (await client.Servers.StartAsync(first.Uuid)).WaitForCompletionAsync();
// The first one has to run before it can be avoided.
await (await client.Servers.StartAsync(second.Uuid, new StartServerOptions { Avoid = [first.Uuid] })).WaitForCompletionAsync();

var copy = second.Drives[0].Drive!.Uuid;
var storage = await client.Drives.GetAvailabilityGroupAsync(disk.Uuid);
var compute = await client.Servers.GetAvailabilityGroupAsync(first.Uuid);
Console.WriteLine($"Disks on the same storage host: {(storage.Contains(copy) ? "yes" : "no")}");
Console.WriteLine($"Servers on the same compute host: {(compute.Contains(second.Uuid) ? "yes" : "no")}");

// Avoiding is best effort, so a program that relies on it looks.
return storage.Contains(copy) || compute.Contains(second.Uuid) ? 1 : 0;
