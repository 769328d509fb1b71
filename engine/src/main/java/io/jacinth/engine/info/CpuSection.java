package io.jacinth.engine.info;

/** CPU time of the process, of all its threads. */
record CpuSection() implements InfoSection {
  private static final int MICROS = 6;

  @Override
  public String title() {
    return "CPU";
  }

  @Override
  public void write(InfoWriter out) {
    out.field("used_cpu_sys", InfoWriter.decimals(ProcessFiles.systemSeconds(), MICROS))
        .field("used_cpu_user", InfoWriter.decimals(ProcessFiles.userSeconds(), MICROS))
        .field("used_cpu_sys_children", InfoWriter.decimals(0, MICROS))
        .field("used_cpu_user_children", InfoWriter.decimals(0, MICROS));
  }
}
